import { Logger } from '@aws-lambda-powertools/logger'

const logger = new Logger({ serviceName: 'bench' })

class Lambda {
  @logger.injectLambdaContext()
  public async handler(event: { id: number }, _context: unknown): Promise<{ ok: boolean; id: number }> {
    if (process.env.ONE_LINE) logger.info('hello', { id: event.id })
    return { ok: true, id: event.id }
  }
}

const lambda = new Lambda()
export const handler = lambda.handler.bind(lambda)
