/** What a handler makes of an error fails where it cannot be made, also where nobody reads it. */
import { emit } from '@orkestra/asl'
import { run } from '@orkestra/asl/execute'
import { type AnyStep, catchError, onAny, pass, seq, tap, task } from '@orkestra/core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const test = suite('what a handler makes of an error')

const charge = task<{ id: string }, number>('charge')
const tasks = {
  charge: () => {
    throw new Error('no')
  },
  ship: (given: unknown) => given,
}

/** A handler whose output nobody reads, as the payload goes on. */
const workflow = (key: string): AnyStep =>
  seq(
    tap(
      catchError(
        charge,
        onAny(pass((error) => ({ read: (error as unknown as Readonly<Record<string, never>>)[key] as never }))),
      ),
    ),
    task<{ id: string }, unknown>('ship'),
  )

for (const queryLanguage of ['JSONPath', 'JSONata'] as const)
  test(`must be there in ${queryLanguage}`, async () => {
    const status = async (key: string) =>
      (await run(workflow(key) as never, { id: 'a' } as never, { tasks, queryLanguage } as never)).status
    assert.is(await status('Error'), 'SUCCEEDED')
    assert.is(await status('nowhere'), 'FAILED')
    assert.ok(Object.keys(emit(workflow('Error'), { queryLanguage }).States).length <= 4)
  })

test.run()
