import { Logger } from '@aws-lambda-powertools/logger'
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware'
import middy from '@middy/core'

const logger = new Logger({ serviceName: 'bench' })

export const handler = middy(async (event: { id: number }) => {
  if (process.env.ONE_LINE) logger.info('hello', { id: event.id })
  return { ok: true, id: event.id }
}).use(injectLambdaContext(logger))
