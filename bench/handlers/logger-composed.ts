import { Logger } from '@aws-lambda-powertools/logger'
import { compose } from '@orkestra/handler'
import { withLogger } from '@orkestra/handler/powertools'

const logger = new Logger({ serviceName: 'bench' })

export const handler = compose(
  { name: 'handler', instrumentation: withLogger(logger) },
  async (event: { id: number }) => {
    if (process.env.ONE_LINE) logger.info('hello', { id: event.id })
    return { ok: true, id: event.id }
  },
)
