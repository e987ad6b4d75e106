/** A choice after a choice is asked by one Choice, which fails where the two would have failed. */
import { emit } from '@orkestra/asl'
import { outputOf, run } from '@orkestra/asl/execute'
import { choice, eq, gt, otherwise, pass, type Ref, when } from '@orkestra/core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const test = suite('a choice in a choice')

interface In {
  readonly kind: string
  readonly n: number
}

const nested = choice(
  when(
    (i: Ref<In>) => eq(i.kind, 'x'),
    choice(
      when(
        (i: Ref<In>) => gt(i.n, 0),
        pass(() => 'more'),
      ),
      otherwise(pass(() => 'none')),
    ),
  ),
  otherwise(pass(() => 'other')),
)

for (const queryLanguage of ['JSONPath', 'JSONata'] as const) {
  test(`becomes one Choice in ${queryLanguage}`, () => {
    const { States } = emit(nested, { queryLanguage })
    assert.is(Object.values(States).filter(({ Type }) => Type === 'Choice').length, 1)
  })

  test(`goes the way that the two would go in ${queryLanguage}`, async () => {
    for (const [input, output] of [
      [{ kind: 'x', n: 1 }, 'more'],
      [{ kind: 'x', n: 0 }, 'none'],
      [{ kind: 'y', n: 1 }, 'other'],
      [{ kind: 'y' }, 'other'],
    ] as const)
      assert.is(outputOf(await run(nested, input as In, { queryLanguage })), output)
  })

  test(`fails on what is missing as the inner one would in ${queryLanguage}`, async () => {
    const done = await run(nested, { kind: 'x' } as In, { queryLanguage })
    assert.is(done.status, 'FAILED')
    const error = queryLanguage === 'JSONata' ? 'States.QueryEvaluationError' : 'States.Runtime'
    if (done.status === 'FAILED') assert.is(done.error, error)
  })
}

test.run()
