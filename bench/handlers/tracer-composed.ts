import { Tracer } from '@aws-lambda-powertools/tracer'
import { compose } from '@orkestra/handler'
import { withTracer } from '@orkestra/handler/powertools'

const tracer = new Tracer({ serviceName: 'bench' })

export const handler = compose(
  { name: 'handler', instrumentation: withTracer(tracer) },
  async (event: { id: number }) => ({ ok: true, id: event.id }),
)
