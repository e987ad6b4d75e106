import { Logger } from '@aws-lambda-powertools/logger'
import type { Context } from 'aws-lambda'

const logger = new Logger({ serviceName: 'bench' })

export const handler = async (event: { id: number }, context: Context) => {
  logger.addContext(context)
  if (process.env.ONE_LINE) logger.info('hello', { id: event.id })
  return { ok: true, id: event.id }
}
