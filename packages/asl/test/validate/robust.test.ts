/** Whatever it is given, diagnose answers: it throws nothing, changes nothing, and takes time in proportion. */
import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { seed } from '../../../core/test/arbitraries/laws.ts'
import { toText } from '../../src/toText.ts'
import { diagnose } from '../../src/validate/diagnose.ts'
import { validate } from '../../src/validate/validate.ts'
import { corpus, hasCorpus, missingCorpus } from './corpus.ts'

const test = suite('robustness of diagnose')

const codes = (definition: unknown): readonly string[] => diagnose(definition).map(({ code }) => code)

const freeze = (value: unknown): void => {
  const open: unknown[] = [value]
  while (open.length > 0) {
    const next = open.pop()
    if (typeof next !== 'object' || next === null) continue
    Object.freeze(next)
    for (const inner of Object.values(next)) open.push(inner)
  }
}

/** Definitions that between them have everything. */
const seeds: readonly unknown[] = hasCorpus
  ? ['definitions', 'scenarios', 'teststate'].flatMap((file) => corpus(file).map(({ definition }) => definition))
  : [
      {
        StartAt: 'A',
        States: {
          A: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Parameters: { 'a.$': '$.x' }, Next: 'B' },
          B: { Type: 'Choice', Choices: [{ Variable: '$.x', StringEquals: 'a', Next: 'C' }], Default: 'C' },
          C: {
            Type: 'Map',
            QueryLanguage: 'JSONata',
            Items: '{% $states.input.xs %}',
            ItemProcessor: { StartAt: 'D', States: { D: { Type: 'Wait', Seconds: 1, End: true } } },
            End: true,
          },
        },
      },
    ]
const seedTexts = seeds.map((seed) => JSON.stringify(seed))
const words = [...new Set(seedTexts.flatMap((text) => text.match(/"[^"\\]{1,40}"/g) ?? []))].map(
  (text) => JSON.parse(text) as string,
)

const odd: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1e21,
  1.5,
  '',
  '$',
  '$$',
  '$.',
  '$.a[',
  "States.Format('{}'",
  'States.',
  '{%',
  '{% %}',
  '{% $ %}',
  '{% (1; %}',
  '${x}',
  '\ud800',
  '__proto__',
  'constructor',
  [],
  {},
  [[]],
  [null],
  { '': {} },
  { 'a.$': 1 },
]

/** The containers of a definition, by number, without walking deeper than they are many. */
const containers = (root: unknown): (unknown[] | Record<string, unknown>)[] => {
  const found: (unknown[] | Record<string, unknown>)[] = []
  const open: unknown[] = [root]
  while (open.length > 0) {
    const next = open.pop()
    if (typeof next !== 'object' || next === null) continue
    found.push(next as Record<string, unknown>)
    for (const inner of Object.values(next)) open.push(inner)
  }
  return found
}

const set = (holder: unknown[] | Record<string, unknown>, key: string, value: unknown): void => {
  if (Array.isArray(holder)) holder.push(value)
  else Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true })
}

const mutation = fc.record({
  kind: fc.constantFrom('replace', 'remove', 'add', 'rename', 'copy'),
  where: fc.nat(),
  which: fc.nat(),
  value: fc.oneof(fc.constantFrom(...odd), fc.constantFrom(...words), fc.string({ unit: 'binary', maxLength: 8 })),
  key: fc.oneof(fc.constantFrom(...words), fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty')),
})
type Mutation = typeof mutation extends fc.Arbitrary<infer M> ? M : never

const mutate = (root: unknown, { kind, where, which, value: chosenValue, key }: Mutation): void => {
  // Frozen in an earlier run, if it were used as it is.
  const value: unknown = JSON.parse(JSON.stringify(chosenValue))
  const all = containers(root)
  const holder = all[where % all.length]
  if (holder === undefined) return
  const keys = Object.keys(holder)
  const chosen = keys[which % Math.max(1, keys.length)]
  if (kind === 'add' || chosen === undefined) set(holder, key, value)
  else if (kind === 'remove') Reflect.deleteProperty(holder, chosen)
  else if (kind === 'rename') {
    const moved: unknown = Reflect.get(holder, chosen)
    Reflect.deleteProperty(holder, chosen)
    set(holder, key, moved)
  } else if (kind === 'copy') set(holder, key, JSON.parse(JSON.stringify(all[which % all.length] ?? null) ?? 'null'))
  else if (Array.isArray(holder)) holder[Number(chosen)] = value
  else set(holder, chosen, value)
}

test('20,000 random mutations: always an answer, the same each time, as value and as text', () => {
  if (!hasCorpus) missingCorpus('mutations start from a definition of our own')
  fc.assert(
    fc.property(fc.nat(), fc.array(mutation, { minLength: 1, maxLength: 4 }), (start, mutations) => {
      const definition: unknown = JSON.parse(seedTexts[start % seedTexts.length] ?? 'null')
      for (const change of mutations) mutate(definition, change)
      const before = JSON.stringify(definition)
      freeze(definition)
      const issues = diagnose(definition)
      assert.is(JSON.stringify(definition), before)
      for (const { path, message, hint } of issues) {
        assert.ok(path === '' || path.startsWith('/'), path)
        assert.ok(message.length > 0 && hint.length > 0)
      }
      // A value whose text has half a character is another text; everything else reads the same.
      const ofText = diagnose(before)
      assert.equal(
        ofText.filter(({ code }) => code !== 'ASL001').map(({ code, path }) => code + path),
        issues.filter(({ code }) => code !== 'ASL001').map(({ code, path }) => code + path),
      )
      for (const { line, column } of ofText) assert.ok((line ?? 0) >= 1 && (column ?? 0) >= 1)
    }),
    { seed, numRuns: 20_000 },
  )
})

test('random text', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (text) => {
      assert.ok(Array.isArray(diagnose(text)))
    }),
    { numRuns: 3_000 },
  )
})

test('any JavaScript value', () => {
  fc.assert(
    fc.property(
      fc.anything({
        withBigInt: true,
        withDate: true,
        withMap: true,
        withSet: true,
        withTypedArray: true,
        withSparseArray: true,
        withNullPrototype: true,
        withBoxedValues: true,
      }),
      (value) => {
        assert.ok(Array.isArray(diagnose(value)))
        assert.ok(Array.isArray(diagnose({ StartAt: 'A', States: { A: value } })))
        assert.ok(Array.isArray(diagnose({ StartAt: 'A', States: { A: { Type: 'Pass', End: true, Result: value } } })))
      },
    ),
    { numRuns: 2_000 },
  )
})

test('what is not JSON is told, with its place', () => {
  const at = (value: unknown) => {
    const [issue] = diagnose({ StartAt: 'A', States: { A: { Type: 'Pass', End: true, Result: { x: [value] } } } })
    return issue && `${issue.code} ${issue.path}`
  }
  for (const value of [1n, () => 1, Symbol('s'), new Date(0), new Map(), Number.NaN, Number.POSITIVE_INFINITY])
    assert.is(at(value), 'ASL001 /States/A/Result/x/0')
  assert.is(at(Object.create(null)), undefined)
  for (const value of [undefined, null, 1, [], 'x', true]) assert.equal(codes(value), ['ASL001'])
  const throwing = {
    get StartAt(): string {
      throw new Error('no')
    },
  }
  assert.equal(codes(throwing), ['ASL001'])
  assert.equal(codes(new Proxy({}, { ownKeys: () => [][0] as never })), ['ASL001'])
})

test('a definition that contains itself, at once or deep down, and one that is shared over and over', () => {
  const self: Record<string, unknown> = { StartAt: 'A' }
  self.States = { A: { Type: 'Pass', End: true, Result: self } }
  assert.equal(codes(self), ['ASL001'])
  let shared: unknown = { x: 1 }
  for (let i = 0; i < 60; i += 1) shared = { a: shared, b: shared }
  assert.equal(codes({ StartAt: 'A', States: { A: { Type: 'Pass', End: true, Result: shared } } }), ['ASL009'])
})

const nested = (depth: number): string => {
  const open = '{"StartAt":"P","States":{"P":{"Type":"Parallel","End":true,"Branches":['
  let text = ''
  let close = ''
  const opens: string[] = []
  const closes: string[] = []
  for (let i = 0; i < depth; i += 1) {
    opens.push(open.replaceAll('"P"', `"P${i}"`))
    closes.push(']}}}')
  }
  text = opens.join('')
  close = closes.join('')
  return `${text}{"StartAt":"E","States":{"E":{"Type":"Pass","End":true}}}${close}`
}

test('100,000 levels, as text and as a value, with a mistake at the bottom', () => {
  const text = nested(100_000)
  // The size is an error, and the depth a warning.
  assert.equal(codes(text), ['ASL009', 'ASL228', 'ASL226'])
  const bottom = text.replace('{"Type":"Pass","End":true}', '{"Type":"Pass"}')
  assert.ok(codes(bottom).includes('ASL033'))
  assert.equal(codes(JSON.parse(text)), ['ASL009', 'ASL228', 'ASL226'])
})

test('an error at each of 20,000 levels', () => {
  const text = nested(20_000).replaceAll('"End":true', '"Endd":true')
  const issues = diagnose(text)
  assert.ok(issues.length > 40_000)
})

test('50 MB', () => {
  const big = { StartAt: 'A', States: { A: { Type: 'Pass', End: true, Result: 'x'.repeat(50 * 2 ** 20) } } }
  assert.ok(codes(big).includes('ASL009'))
  const many = `{"StartAt":"S0","States":{${Array.from({ length: 300_000 }, (_, i) => `"S${i}":{"Type":"Pass","Next":"S${i + 1}","Result":{"padding":"${'x'.repeat(100)}"}}`).join(',')},"S300000":{"Type":"Succeed"}}}`
  assert.ok(many.length > 45_000_000)
  assert.equal(codes(many), ['ASL009', 'ASL226'])
})

test('long lists of anything', () => {
  const wide = {
    StartAt: 'A',
    States: {
      A: {
        Type: 'Task',
        Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
        Parameters: { FunctionName: 'f', list: Array.from({ length: 300_000 }, (_, i) => i) },
        Retry: Array.from({ length: 50_000 }, (_, i) => ({ ErrorEquals: [`E${i}`] })),
        Catch: Array.from({ length: 50_000 }, (_, i) => ({ ErrorEquals: [`E${i}`], Next: 'A' })),
        End: true,
      },
    },
  }
  assert.ok(codes(wide).includes('ASL099'))
  const misspelt = {
    StartAt: 'S0',
    States: Object.fromEntries(
      Array.from({ length: 20_000 }, (_, i) => [`S${i}`, { Type: 'Pass', Next: `state number ${i} + 1` }]),
    ),
  }
  assert.ok(codes(misspelt).filter((code) => code === 'ASL035').length === 20_000)
})

test('hostile expressions and paths', () => {
  const state = (fields: object) => ({ StartAt: 'A', States: { A: { Type: 'Pass', End: true, ...fields } } })
  for (const text of [
    `{% ${'('.repeat(50_000)} %}`,
    `{% ${'1+'.repeat(50_000)}1 %}`,
    `{% ${'a.'.repeat(20_000)}a %}`,
    `{% "${'\\'.repeat(50_001)} %}`,
    '{% /(a+)+$/ %}',
    '{% /(/ %}',
  ])
    assert.ok(Array.isArray(diagnose(state({ QueryLanguage: 'JSONata', Output: text }))))
  for (const text of [
    `$${'['.repeat(50_000)}`,
    `$${'[?('.repeat(5_000)}`,
    `$${'.a'.repeat(100_000)}`,
    `$${'..'.repeat(50_000)}`,
  ])
    assert.ok(Array.isArray(diagnose(state({ InputPath: text, Parameters: { 'a.$': text } }))))
  const call = `${'States.Array('.repeat(20_000)}1${')'.repeat(20_000)}`
  assert.ok(codes(state({ Parameters: { 'a.$': call } })).includes('ASL174'))
})

test('long texts of the same few letters, wherever a text may stand', () => {
  const pieces = [
    '${',
    '${}',
    '}',
    '{%',
    '%}',
    '$',
    '$.',
    '$.a',
    '[',
    "['",
    '\\',
    "\\'",
    '{}',
    'States.',
    ' ',
    'a ',
    '$$',
    ':',
    'arn:',
    '\ud800',
    '"',
    '~/',
    '(',
    '?(',
    '@.',
    '%',
  ]
  for (const piece of pieces) {
    const text = piece.repeat(Math.ceil(50_000 / piece.length))
    const texts = [text, `$${text}`, `$.a${text}`, `States.Format('${text}`, `{%${text}%}`, `arn:aws:states:::${text}`]
    for (const one of texts) {
      const common = { Comment: one, Next: one }
      assert.ok(
        diagnose({
          StartAt: one,
          States: {
            [one]: {
              Type: 'Pass',
              ...common,
              InputPath: one,
              ResultPath: one,
              Parameters: { 'a.$': one, b: one },
              Assign: { [one]: one },
            },
            B: {
              Type: 'Task',
              QueryLanguage: 'JSONata',
              ...common,
              Resource: one,
              Arguments: { a: one },
              TimeoutSeconds: one,
            },
            C: {
              Type: 'Choice',
              Choices: [
                { Variable: one, TimestampEquals: one, Next: one },
                { And: [{ Variable: '$', StringEqualsPath: one }] },
              ],
            },
            D: { Type: 'Wait', Timestamp: one, End: true },
            E: { Type: 'Fail', ErrorPath: one, Cause: one },
            F: { Type: one, [one]: one },
            G: {
              Type: 'Map',
              Label: one,
              ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: one } },
              End: true,
            },
          },
        }).length > 0,
      )
    }
  }
})

test('validate gives the value as it is, or every issue', () => {
  const good = { StartAt: 'A', States: { A: { Type: 'Succeed' } } }
  freeze(good)
  const right = validate(good)
  assert.ok(right._tag === 'Right' && right.right === (good as never))
  const ofText = validate('{"StartAt":"A","TimeoutSeconds":${t},"States":{"A":{"Type":"Succeed"}}}')
  assert.ok(ofText._tag === 'Right')
  assert.equal(ofText._tag === 'Right' && ofText.right.TimeoutSeconds, '${t}')
  assert.equal(validate(toText(good)), { _tag: 'Right', right: good })
  const left = validate({ StartAt: 'B', States: { A: { Type: 'Succeed' }, 'x*': { Type: 'Succeed' } } })
  assert.ok(left._tag === 'Left' && left.left.length > 1)
})

test.run()
