/** Handlers that others wrote the wrapping of: middy, and Powertools as middy's middleware. */
import { Logger } from '@aws-lambda-powertools/logger'
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware'
import middy from '@middy/core'

const logger = new Logger({ serviceName: 'endpoint' })

class OutOfStock extends Error {
  override readonly name = 'OutOfStock'
}

export const price = middy<{ readonly id: string }>()
  .use(injectLambdaContext(logger))
  .before(({ event }) => {
    if ((event as { readonly id?: string }).id === undefined) throw new OutOfStock('no id')
  })
  .handler(async ({ id }) => {
    logger.info('pricing')
    return { id, price: 7 }
  })
