import { Tracer } from '@aws-lambda-powertools/tracer'

const tracer = new Tracer({ serviceName: 'bench' })

class Lambda {
  @tracer.captureLambdaHandler()
  public async handler(event: { id: number }, _context: unknown): Promise<{ ok: boolean; id: number }> {
    return { ok: true, id: event.id }
  }
}

const lambda = new Lambda()
export const handler = lambda.handler.bind(lambda)
