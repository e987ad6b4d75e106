/** Several invocations at once in a process, some slow, one that calls another: the guard and the logger must tell them apart. */
import { Logger } from '@aws-lambda-powertools/logger'
import { compose, handlers } from '@orkestra/handler'
import { withLogger } from '@orkestra/handler/powertools'

const logger = new Logger({ serviceName: 'many' })
const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

const inner = compose({ name: 'inner' }, async (id: string) => {
  await sleep(10)
  return id
})

export const { many } = handlers({
  // With a minute to go, the guard speaks after half a second: before whatever sleeps longer, however busy the machine is.
  many: compose(
    { deadline: { margin: 59_500 }, instrumentation: withLogger(logger) },
    async ({ id, sleeps, fails }: { id: string; sleeps: number; fails?: boolean }, context) => {
      logger.info('before', { id })
      await inner(id, context)
      await sleep(sleeps)
      logger.info('after', { id })
      if (fails) throw new RangeError(id)
      return id
    },
  ),
})
