import { Tracer } from '@aws-lambda-powertools/tracer'
import { captureLambdaHandler } from '@aws-lambda-powertools/tracer/middleware'
import middy from '@middy/core'

const tracer = new Tracer({ serviceName: 'bench' })

export const handler = middy(async (event: { id: number }) => ({ ok: true, id: event.id })).use(
  captureLambdaHandler(tracer),
)
