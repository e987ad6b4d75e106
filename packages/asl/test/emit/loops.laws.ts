/** Loops: when a lap begins, and how it all ends, against a few lines of plain arithmetic, in both query languages. */
import { diagnose, emit } from '@orkestra/asl'
import { run } from '@orkestra/asl/execute'
import { eq, ge, type LoopOptions, loop, minutes, repeatUntil, seconds, seq, task, wait } from '@orkestra/core'
import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { seed } from '../../../core/test/arbitraries/laws.ts'

const test = suite('loops')

interface Given {
  readonly every: number | undefined
  readonly first: boolean
  readonly backoffRate: number | undefined
  readonly maxDelay: number | undefined
  readonly maxAttempts: number | undefined
  /** In minutes. */
  readonly timeLimit: number | undefined
  readonly checkFirst: boolean
  /** After how many laps the condition holds. */
  readonly needed: number
  /** How long a lap takes, in seconds. */
  readonly takes: number
}

const optionsOf = (given: Given): LoopOptions => ({
  ...(given.every !== undefined && {
    every: seconds(given.every),
    ...(given.first && { first: 'wait' as const }),
    ...(given.backoffRate !== undefined && {
      backoffRate: given.backoffRate,
      ...(given.maxDelay !== undefined && { maxDelay: seconds(given.every + given.maxDelay) }),
    }),
  }),
  ...(given.maxAttempts !== undefined && { maxAttempts: given.maxAttempts }),
  ...(given.timeLimit !== undefined && { timeLimit: minutes(given.timeLimit) }),
})

interface Told {
  /** When each lap began, in seconds after the loop did. */
  readonly laps: readonly number[]
  readonly ends: string
}

/** What the options say. */
const told = ({ every, first, backoffRate = 1, maxDelay, checkFirst, needed, takes, ...limits }: Given): Told => {
  const { maxAttempts = Number.POSITIVE_INFINITY, timeLimit = Number.POSITIVE_INFINITY } = limits
  const longest = backoffRate === 1 || maxDelay === undefined ? Number.POSITIVE_INFINITY : (every ?? 0) + maxDelay
  const laps: number[] = []
  let [at, waits] = [0, 0]
  const pause = (): void => {
    if (every === undefined) return
    at += Math.min(Math.round(every * backoffRate ** waits), longest)
    waits += 1
  }
  if (checkFirst && needed === 0) return { laps, ends: 'done' }
  if (first) pause()
  for (;;) {
    laps.push(at)
    at += takes
    if (laps.length >= needed) return { laps, ends: 'done' }
    if (laps.length >= maxAttempts)
      return { laps, ends: `The condition did not hold after ${maxAttempts} attempt${maxAttempts === 1 ? '' : 's'}.` }
    if (at >= timeLimit * 60) return { laps, ends: `The condition did not hold within ${timeLimit * 60} s.` }
    pause()
  }
}

const maybe = <A>(arbitrary: fc.Arbitrary<A>): fc.Arbitrary<A | undefined> => fc.option(arbitrary, { nil: undefined })

const given: fc.Arbitrary<Given> = fc
  .record({
    every: maybe(fc.integer({ min: 1, max: 90 })),
    first: fc.boolean(),
    backoffRate: maybe(fc.constantFrom(1, 1.1, 1.5, 2, 3)),
    maxDelay: maybe(fc.integer({ min: 0, max: 200 })),
    maxAttempts: maybe(fc.integer({ min: 1, max: 25 })),
    timeLimit: maybe(fc.integer({ min: 1, max: 30 })),
    checkFirst: fc.boolean(),
    needed: fc.integer({ min: 0, max: 30 }),
    takes: fc.integer({ min: 0, max: 40 }),
  })
  .map((one) => ({ ...one, first: one.first && one.every !== undefined }))

interface State {
  readonly n: number
}
const lap = task<State, State>('lap')
const pause = wait<State>(seconds(0))

/** A loop that carries its state, and one whose laps all get the same. */
const loops = (one: Given) => ({
  loop: loop(
    () => ({ n: 0 }),
    seq(lap, one.takes === 0 ? pause : wait(seconds(one.takes))),
    (state) => ge(state.n, one.needed),
    { ...optionsOf(one), checkFirst: one.checkFirst },
  ),
  repeatUntil: repeatUntil(
    seq(lap, one.takes === 0 ? pause : wait(seconds(one.takes))),
    (state) => ge(state.n, one.needed),
    optionsOf(one),
  ),
})

for (const kind of ['loop', 'repeatUntil'] as const)
  for (const queryLanguage of ['JSONPath', 'JSONata'] as const)
    test(`${kind} does what its options say, in ${queryLanguage}`, async () => {
      await fc.assert(
        fc.asyncProperty(given, async (arbitrary) => {
          const one = kind === 'loop' ? arbitrary : { ...arbitrary, checkFirst: false }
          const workflow = loops(one)[kind]
          assert.equal(
            diagnose(emit(workflow, { queryLanguage })).filter(({ severity }) => severity === 'error'),
            [],
          )
          let n = 0
          const execution = await run(
            workflow,
            { n: -1 },
            {
              queryLanguage,
              tasks: {
                lap: (state: State) => {
                  if (kind === 'loop') return { n: state.n + 1 }
                  assert.equal(state, { n: -1 }, 'each lap gets what the loop got')
                  n += 1
                  return { n }
                },
              },
            },
          )
          const began = execution.history.flatMap((event) =>
            event.type === 'TaskStateEntered' ? [new Date(event.timestamp).getTime() / 1000] : [],
          )
          const start = new Date(execution.history[0]?.timestamp ?? 0).getTime() / 1000
          const ends = execution.status === 'FAILED' ? execution.cause : 'done'
          if (execution.status === 'FAILED') assert.is(execution.error, 'RepeatLimitReached')
          assert.equal({ laps: began.map((at) => at - start), ends }, told(one))
        }),
        { seed, numRuns: 50 },
      )
    })

test('in JSONPath a time limit that is no whole minute, or over 18 hours, is refused with a way out', () => {
  for (const timeLimit of [seconds(90), minutes(18 * 60 + 1)])
    assert.throws(
      () => emit(repeatUntil(lap, (state) => eq(state.n, 1), { timeLimit })),
      /ASL310[\s\S]*whole minutes, up to 18 hours[\s\S]*queryLanguage: 'JSONata'/,
    )
  emit(
    repeatUntil(lap, (state) => eq(state.n, 1), { timeLimit: seconds(90) }),
    { queryLanguage: 'JSONata' },
  )
  emit(repeatUntil(lap, (state) => eq(state.n, 1), { timeLimit: minutes(18 * 60) }))
})

test('a loop that neither counts nor waits is what it starts with, its steps, a Choice and the end', () => {
  const workflow = loop(
    () => ({ n: 0 as number }),
    lap,
    (state) => ge(state.n, 3),
  )
  for (const queryLanguage of ['JSONPath', 'JSONata'] as const)
    assert.equal(Object.keys(emit(workflow, { queryLanguage }).States), ['Shape n', 'lap', 'lap done?', 'Done'])
})

test.run()
