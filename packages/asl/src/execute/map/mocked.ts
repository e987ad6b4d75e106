/** A Map that is tried by itself: its settings and its items are evaluated, and its iterations are not run. */
import { Failure } from '../failure/failure.ts'
import type { Thread, Trial } from '../thread/thread.ts'
import type { Distribution } from './distributed.ts'
import type { ItemsOf } from './items.ts'
import { isExceeded } from './pace.ts'
import type { Setting } from './settings.ts'

/** What a Map has that can be evaluated without running it. */
export interface Evaluated {
  readonly items: ItemsOf
  readonly maxConcurrency: Setting
  readonly distribution: Distribution | undefined
}

/** The mocked result, or the mocked failure, or that too many iterations are said to have failed. */
export const mockedMap = async (thread: Thread, trial: Trial, map: Evaluated): Promise<unknown> => {
  const { inspect } = thread.machine
  const { distribution } = map
  const items = trial.hasItemReaderData ? undefined : await map.items(thread)
  inspect?.('maxConcurrency', (await map.maxConcurrency(thread)) ?? 0)
  const count = await distribution?.toleratedCount(thread)
  if (count !== undefined) inspect?.('toleratedFailureCount', count)
  const percentage = await distribution?.toleratedPercentage(thread)
  if (percentage !== undefined) inspect?.('toleratedFailurePercentage', percentage)
  if (trial.mock === undefined) throw new Error('a Map that is tried by itself is given a mock')
  if ('failure' in trial.mock) throw trial.mock.failure
  const total = Array.isArray(items) ? items.length : 1
  const isTolerant = count !== undefined || percentage !== undefined
  if (isTolerant && isExceeded(trial.mapIterationFailureCount, total, count, percentage))
    throw new Failure(
      'States.ExceedToleratedFailureThreshold',
      'The specified tolerated failure threshold was exceeded',
    )
  return trial.mock.result
}
