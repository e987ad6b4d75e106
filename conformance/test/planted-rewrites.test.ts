/** A rewrite that forgets one of its conditions is caught by the laws of fusion. */
import { register } from 'node:module'
import { choice, eq, gt, otherwise, pass, type Ref, retry, seq, task, when } from '@orkestra/core'
import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { AnyGraph } from '../../packages/core/test/arbitraries/graph.ts'
import { inputs, workflows } from '../../packages/core/test/arbitraries/workflows.ts'

register('../faults/plant.mjs', import.meta.url)

const test = suite('faults planted in rewrites')

interface Fault {
  readonly file: string
  readonly from: string
  readonly to: string
  /** Workflows in which the condition matters, where random ones hardly ever ask for it. */
  readonly among?: fc.Arbitrary<AnyGraph>
}

/** A task that is tried again, and then a field that may be missing, which fails in JSONata. */
const retriedThenRead: fc.Arbitrary<AnyGraph> = fc
  .tuple(fc.constantFrom('t0', 's0', 'w0'), fc.constantFrom('a', 'k', 'nowhere'), fc.nat(2))
  .map(([name, key, maxAttempts]) =>
    seq(
      retry(task<unknown, Readonly<Record<string, unknown>>>(name), { errors: ['States.ALL'], maxAttempts }),
      pass((i) => ({ read: i[key] as never })),
    ),
  ) as fc.Arbitrary<AnyGraph>

interface In {
  readonly a: number
  readonly k: string
  readonly nowhere: number
}

/** A choice in a choice, whose condition is nothing where what it compares is missing. */
const choiceInChoice: fc.Arbitrary<AnyGraph> = fc.constantFrom('a' as const, 'nowhere' as const).map((key) =>
  choice(
    when(
      (i: Ref<In>) => eq(i.k, 'x'),
      choice(
        when((i: Ref<In>) => gt(i[key], 0), task('t0')),
        otherwise(task('s0')),
      ),
    ),
    otherwise(task('w0')),
  ),
) as fc.Arbitrary<AnyGraph>

const faults: Readonly<Record<string, Fault>> = {
  'dropPass drops what is assigned': {
    file: 'fuse/dropPass.ts',
    from: 'draft.given !== undefined || draft.assigns.length > 0) return false',
    to: 'draft.given !== undefined) return false',
  },
  'dropAssign drops what is read once': {
    file: 'fuse/dropAssign.ts',
    from: 'variable.reads === 0',
    to: 'variable.reads <= 1',
  },
  'intoPrevious has work done again for what comes after it': {
    file: 'fuse/intoPrevious.ts',
    from: 'if (isWork && isGuarded(before, language.name)',
    to: 'if (!isWork && isGuarded(before, language.name)',
    among: retriedThenRead,
  },
  'intoPrevious does for an end what comes after it': {
    file: 'fuse/intoPrevious.ts',
    from: '!isLeft(before) && ',
    to: '',
  },
  'intoNext brings errors under the guards of the next state': {
    file: 'fuse/intoNext.ts',
    from: "if (riskOf(made, language.name) === 'catchable' && isGuarded(draft, language.name)) return undefined",
    to: '',
  },
  'intoCatch takes any variable for what the state got': {
    file: 'fuse/intoCatch.ts',
    from: 'payload !== undefined && payloadOf(payload) === payloadOf(state.input)',
    to: 'payload !== undefined',
  },
  'dissolve forgets what cannot carry a catch': {
    file: 'fuse/dissolve.ts',
    from: "if (isCaught && stateRisk(draft, language) === 'catchable') return undefined\n      all.set",
    to: 'all.set',
  },
  'dissolve asks the outer catch first': {
    file: 'fuse/dissolve.ts',
    from: 'draft.catchers = nested(draft.catchers, wrapper.catchers)',
    to: 'draft.catchers = nested(wrapper.catchers, draft.catchers)',
  },
  'raise asks of the old place': {
    file: 'fuse/raise.ts',
    from: 'rewritten(choice, replacing(place, new Map()))',
    to: 'rewritten(choice, (expression) => expression)',
  },
  'joinChoices takes nothing for false': {
    file: 'fuse/joinChoices.ts',
    from: 'if (!isBoolean(other, language))',
    to: 'if (false)',
    among: choiceInChoice,
  },
  'throughChoice forgets the ways out': {
    file: 'fuse/throughChoice.ts',
    from: 'for (const [way, other] of changes) commit(way, other)',
    to: '',
  },
  'intoWay forgets what is handed on': {
    file: 'fuse/intoWay.ts',
    from: "const output = isRoot(made, 'Input') ? undefined : made",
    to: 'const output = undefined',
  },
  'joinChoices forgets the first condition': {
    file: 'fuse/joinChoices.ts',
    from: 'condition: both(one.condition, other.condition, rewriting.language.name)',
    to: 'condition: other.condition',
  },
  'mergeEqual takes states for equal that hand on different things': {
    file: 'fuse/mergeEqual.ts',
    from: '    maybe(draft.output),\n',
    to: '',
  },
  'readPayload takes any variable for the payload': {
    file: 'fuse/rewriting.ts',
    from: '    payloadOf((root.variable as Held).payload as never) === payload\n',
    to: '    payload !== undefined\n',
  },
}

/** A change of layout alone: what is compared is the same emitter. */
const nothing: Fault = {
  file: 'fuse/dropPass.ts',
  from: 'draft.given !== undefined || draft.assigns.length > 0) return false',
  to: 'draft.assigns.length > 0 || draft.given !== undefined) return false',
}

const seed = 20261127
const mostCases = 1000
// The same workflows for each fault: to make them takes longer than to find most of the faults with them.
const graphs = fc.sample(workflows(), { numRuns: mostCases, seed })
const given = fc.sample(inputs, { numRuns: mostCases, seed })

/** After how many random workflows the laws see that something is wrong, and what they say of it. */
const lookFor = async (fault: Fault, most: number): Promise<{ readonly cases: number; readonly said?: string }> => {
  const place = new URL(
    `../meaning/fusion.ts?fault=${encodeURIComponent(JSON.stringify({ ...fault, among: undefined }))}`,
    import.meta.url,
  )
  const { agree } = (await import(place.href)) as typeof import('../meaning/fusion.ts')
  const all = fault.among === undefined ? graphs : fc.sample(fault.among, { numRuns: most, seed })
  for (const [i, graph] of all.slice(0, most).entries())
    for (const queryLanguage of ['JSONPath', 'JSONata'] as const)
      try {
        await agree(graph, given[i], queryLanguage)
      } catch (thrown) {
        return { cases: i + 1, said: String((thrown as Error).message).split('\n')[0] ?? '' }
      }
  return { cases: Math.min(most, graphs.length) }
}

let most = 0
for (const [name, fault] of Object.entries(faults))
  test(name, async () => {
    const { cases, said } = await lookFor(fault, mostCases)
    assert.is.not(said, undefined, `${cases} workflows did not show it`)
    console.log(`  found after ${cases}: ${said?.slice(0, 70)}`)
    most = Math.max(most, cases)
  })

test('as many workflows as it took at most find nothing where the change changes nothing', async () => {
  const { cases, said } = await lookFor(nothing, most)
  assert.is(said, undefined, said)
  assert.is(cases, most)
})

test.run()
