/** How many children of a distributed Map run at once, and how many may fail: both can be changed while it runs. */
import type { Clock, Fiber } from '../time/clock.ts'

/** What UpdateMapRun can change. https://docs.aws.amazon.com/step-functions/latest/apireference/API_UpdateMapRun.html */
export interface MapRunSettings {
  /** 0 for as many as may be. */
  readonly maxConcurrency: number
  readonly toleratedFailureCount: number
  readonly toleratedFailurePercentage: number
}

/** A run of a distributed Map that has begun, for whoever holds the execution. */
export interface MapRunControl {
  readonly mapRunArn: string
  /** The name of the Map. */
  readonly state: string
  readonly items: number
  /** How many children there will be: fewer than items, where they are batched. */
  readonly executions: number
  readonly settings: () => MapRunSettings
  readonly update: (settings: Partial<MapRunSettings>) => void
}

/** At most this many child executions at once. https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html */
export const most = 10_000

/** Whether more iterations failed than are borne. */
export const isExceeded = (failures: number, total: number, count: unknown, percentage: unknown): boolean => {
  if (count === undefined && percentage === undefined) return failures > 0
  if (typeof count === 'number' && failures > count) return true
  return typeof percentage === 'number' && (failures * 100) / total > percentage
}

interface Given {
  readonly maxConcurrency: number
  readonly toleratedFailureCount: number | undefined
  readonly toleratedFailurePercentage: number | undefined
}

export interface Pace {
  readonly concurrency: () => number
  readonly isExceeded: (failures: number, total: number) => boolean
  /** True when a fiber may run a child; false, after it rested, when it has to ask again. */
  readonly turn: (clock: Clock, fiber: Fiber) => true | Promise<false>
  /** A child has ended. */
  readonly done: () => void
  /** There are no more children to run: whoever rests may go. */
  readonly release: () => void
  readonly control: Pick<MapRunControl, 'settings' | 'update'>
}

export const createPace = (given: Given): Pace => {
  let live = given
  let atWork = 0
  let resting: (() => void)[] = []
  const concurrency = (): number => live.maxConcurrency || most
  const rouse = (count: number): void => {
    const roused = resting.slice(0, count)
    resting = resting.slice(count)
    for (const wake of roused) wake()
  }
  return {
    concurrency,
    isExceeded: (failures, total) =>
      isExceeded(failures, total, live.toleratedFailureCount, live.toleratedFailurePercentage),
    turn: (clock, fiber) => {
      if (atWork < concurrency()) {
        atWork += 1
        return true
      }
      return new Promise((resolve) => {
        resting.push(() => {
          if (fiber.state !== 'stopped') clock.wake(fiber)
          resolve(false)
        })
        clock.suspend(fiber)
      })
    },
    done: () => {
      atWork -= 1
      rouse(1)
    },
    release: () => rouse(resting.length),
    control: {
      settings: () => ({
        maxConcurrency: live.maxConcurrency,
        toleratedFailureCount: live.toleratedFailureCount ?? 0,
        toleratedFailurePercentage: live.toleratedFailurePercentage ?? 0,
      }),
      update: (changed) => {
        live = { ...live, ...changed }
        rouse(Math.max(0, concurrency() - atWork))
      },
    },
  }
}
