/** How issues are told: each once, at its place, at any depth, with the name that was meant. */
import { showIssue } from '@orkestra/asl'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Code, diagnostics } from '../../src/validate/codes/codes.ts'
import { machine, map, parallel, pass, scope, succeed, task } from '../../src/validate/codes/examples.ts'
import { diagnose } from '../../src/validate/diagnose.ts'
import { closest } from '../../src/validate/report/wording.ts'

const test = suite('diagnose')

const brief = (definition: unknown, type?: 'STANDARD' | 'EXPRESS') =>
  diagnose(definition, type === undefined ? {} : { type }).map(({ code, path }) => `${code} ${path}`)
const errors = (definition: unknown) =>
  diagnose(definition)
    .filter(({ severity }) => severity === 'error')
    .map(({ code, path }) => `${code} ${path}`)
const hint = (definition: unknown, code: Code) => diagnose(definition).find((issue) => issue.code === code)?.hint

/** Codes whose examples say something about the machine, not about its states. */
const aboutMachine = /^ASL(?:00\d|01[01]|038|192|225|226|228|22[0-4]|209)$/

test('the same rule inside a branch and inside an item processor, with the path of the place', () => {
  for (const [code, { bad, type = 'STANDARD' }] of Object.entries(diagnostics)) {
    const definition = bad()
    if (aboutMachine.test(code) || typeof definition !== 'object' || definition === null) continue
    const { QueryLanguage: language, ...inner } = definition as Record<string, unknown>
    const before = diagnose(definition, { type }).find((issue) => issue.code === code)
    const wrap = (holder: Record<string, unknown>) => ({
      ...(language !== undefined && { QueryLanguage: language }),
      ...machine({ Outer: holder }),
    })
    for (const [holder, at] of [
      [parallel(inner), '/States/Outer/Branches/0'],
      [map({ ItemProcessor: inner }), '/States/Outer/ItemProcessor'],
    ] as const) {
      const found = diagnose(wrap(holder), { type }).filter((issue) => issue.code === code)
      // There $$.Map.Item is what it should be.
      if (code === 'ASL169' && holder.Type === 'Map') continue
      assert.ok(
        found.some(({ path }) => path === at + before?.path),
        `${code} at ${at}: ${JSON.stringify(found)}`,
      )
    }
  }
})

test('all at once: one mistake of many kinds each, in the order of the document', () => {
  const definition = {
    Coment: 'x',
    StartAt: 'A',
    States: {
      A: { Type: 'Task', Resource: 'f', TimeoutSeconds: 0, Next: 'B' },
      B: { Type: 'Pass', InputPath: 'x', Parameters: { 'a.$': 'States.Foo()' }, Next: 'C' },
      C: { Type: 'Choice', Choices: [{ Variable: '$.x', Equals: 1, Next: 'D' }], Default: 'D' },
      D: { Type: 'Pass', QueryLanguage: 'JSONata', Output: '{% x %}', End: true },
      E: succeed,
    },
  }
  assert.equal(errors(definition), [
    'ASL003 /Coment',
    'ASL095 /States/A/TimeoutSeconds',
    'ASL090 /States/A/Resource',
    'ASL160 /States/B/InputPath',
    'ASL170 /States/B/Parameters/a.$',
    'ASL058 /States/C/Choices/0/Equals',
    'ASL182 /States/D/Output',
    'ASL037 /States/E',
  ])
  assert.equal(errors(JSON.stringify(definition)), errors(definition))
})

test('no cascade: what follows from a mistake is not told again', () => {
  // B is what the misspelt Next meant; so it is not "unreachable" too.
  assert.equal(errors(machine({ A: { Type: 'Pass', Next: 'Finihs' }, Finish: pass() })), ['ASL035 /States/A/Next'])
  assert.equal(errors(machine({ A: { Type: 'Pass', Next: 'elsewhere' }, B: pass() })), ['ASL035 /States/A/Next'])
  // A misspelt type is checked as the type that was meant.
  assert.equal(errors(machine({ A: { Type: 'pass', End: true } })), ['ASL030 /States/A/Type'])
  // Without a start nothing is reached, and that is said once.
  assert.equal(errors({ States: { A: pass(), B: pass() } }), ['ASL002 '])
  assert.equal(errors({ StartAt: 'X', States: { A: pass() } }), ['ASL006 /StartAt'])
  // An unknown language leaves its fields alone.
  assert.equal(errors(machine({ A: pass({ QueryLanguage: 'JQ', Output: 1, Parameters: 2 }) })), [
    'ASL008 /States/A/QueryLanguage',
  ])
  // A state that leads nowhere may have been meant to end.
  assert.equal(errors(machine({ A: { Type: 'Pass' } })), ['ASL033 /States/A'])
})

test('several loose ends and more loose beginnings: these are told', () => {
  const definition = machine({
    A: { Type: 'Pass', Next: 'nowhere at all' },
    B: pass(),
    C: { Type: 'Pass', Next: 'D' },
    D: { Type: 'Pass', Next: 'C' },
  })
  assert.equal(errors(definition), [
    'ASL035 /States/A/Next',
    'ASL037 /States/B',
    'ASL037 /States/C',
    'ASL037 /States/D',
  ])
})

test('the name that was meant', () => {
  assert.match(hint({ ...machine({ A: pass() }), Startat: 'A' }, 'ASL003') ?? '', /"StartAt"/)
  assert.match(hint(machine({ A: pass({ ResultPth: '$' }) }), 'ASL031') ?? '', /"ResultPath"/)
  assert.match(hint(machine({ A: { Type: 'Parralel', End: true } }), 'ASL030') ?? '', /"Parallel"/)
  assert.match(
    hint(machine({ A: { Type: 'Pass', Next: 'check order' }, 'Check Order': pass() }), 'ASL035') ?? '',
    /"Check Order"/,
  )
  assert.match(hint(machine({ A: task({ Resource: 'arn:aws:states:::lamda:invoke' }) }), 'ASL091') ?? '', /"lambda"/)
  assert.match(
    hint(machine({ A: task({ Resource: 'arn:aws:states:::lambda:invok' }) }), 'ASL091') ?? '',
    /lambda:invoke"/,
  )
  assert.match(
    hint(machine({ A: pass({ Parameters: { 'a.$': 'States.Fromat($.x)' } }) }), 'ASL170') ?? '',
    /States\.Format/,
  )
  assert.is(closest('ab', ['xy', 'abcde']), undefined)
  assert.is(closest('abc', ['acb']), 'acb')
  assert.is(closest('', ['a']), undefined)
  assert.is(closest('x'.repeat(81), ['x'.repeat(80)]), undefined)
})

test('lines and columns are those of the value, or of the key when the key is what is wrong', () => {
  const text = `{
  "StartAt": "A",
  "States": {
    "A": {
      "Type": "Pass",
      "Nxt": "B",
      "ResultPath": "$.a[*]",
      "End": true
    }
  }
}`
  assert.equal(
    diagnose(text).map(({ code, line, column }) => [code, line, column]),
    [
      ['ASL031', 6, 7],
      ['ASL161', 7, 21],
    ],
  )
  assert.equal(
    diagnose('{\n "StartAt": "A"\n "States": {}\n}').map(({ code, line, column }) => [code, line, column]),
    [['ASL001', 3, 2]],
  )
  assert.equal(
    diagnose('{"StartAt":"A","States":{"A":{"Type":"Succeed"},\n"A":{"Type":"Succeed"}}}').map(
      ({ code, path, line, column }) => [code, path, line, column],
    ),
    [['ASL010', '/States/A', 2, 1]],
  )
  assert.equal(
    diagnose('{"StartAt":"A","States":{"A":{"Type":"Pass","End":true,"Result":"\\ud800"}}}').map(
      ({ code, severity, column }) => [code, severity, column],
    ),
    [['ASL001', 'warning', 66]],
  )
  for (const issue of diagnose({ StartAt: 'A', States: {} })) assert.is(issue.line, undefined)
})

test('pointers are escaped', () => {
  assert.equal(brief(machine({ 'a/b~c': { Type: 'Pass' } })).includes('ASL033 /States/a~1b~0c'), true)
})

test('placeholders are valid values of any type', () => {
  const definition = {
    QueryLanguage: '${Language}',
    TimeoutSeconds: '${Timeout}',
    ...machine({
      A: {
        Type: 'Task',
        Resource: '${Arn}',
        TimeoutSeconds: '${T}',
        Retry: [{ ErrorEquals: ['${E}', 'States.Timeout'], MaxAttempts: '${N}' }],
        Catch: [{ ErrorEquals: ['States.ALL'], Next: '${Somewhere}' }],
        End: true,
      },
      B: { Type: 'Wait', Timestamp: '${When}', Next: 'C' },
      C: map(
        { MaxConcurrency: '${M}', ItemReader: { Resource: '${R}' }, Label: '${L}' },
        {
          Mode: 'DISTRIBUTED',
          ExecutionType: '${Type}',
        },
      ),
    }),
  }
  assert.equal(errors(definition), [])
  assert.equal(errors(machine({ A: task({ Resource: { 'Fn::GetAtt': ['F', 'Arn'] } }), B: succeed })), [
    'ASL037 /States/B',
  ])
  assert.equal(errors(machine({ A: pass({ Output: '{% $states.input.${field} & "${x}" %}' }) }, 'JSONata')), [])
})

test('a placeholder in quotes is a text, where it is known which are', () => {
  const wait = (seconds: string, language = 'JSONPath') =>
    `{"QueryLanguage":"${language}","StartAt":"A","States":{"A":{"Type":"Wait","Seconds":${seconds},"End":true}}}`
  const inText = (text: string) =>
    diagnose(text).map(({ code, path, line, column }) => `${code} ${path} ${line}:${column}`)
  assert.equal(inText(wait('${t}')), [])
  assert.equal(inText(wait('"${t}"')), ['ASL071 /States/A/Seconds 1:82'])
  assert.match(`${diagnose(wait('"${t}"'))[0]?.message}`, /is a string whatever replaces it; it must be a whole number/)
  assert.match(`${diagnose(wait('"${t}"'))[0]?.hint}`, /without quotes/)
  // What fills it in JSONata may be an expression.
  assert.equal(inText(wait('"${t}"', 'JSONata')), [])
  assert.equal(inText(wait('"${t}"').replace('"Wait"', '"${Type}"')).length, 0)
  const value = JSON.parse(wait('"${t}"'))
  assert.equal(diagnose(value), [])
  assert.is(diagnose(value, { bare: new Set() }).length, 1)
  assert.equal(diagnose(value, { bare: new Set(['/States/A/Seconds']) }), [])
  const limited = (limit: unknown) => diagnose(machine({ A: map({ MaxConcurrency: limit }) }), { bare: new Set() })

  test('a machine computes nothing: its time-out is a number, no expression and no placeholder in quotes', () => {
    const machine = (timeout: string): string =>
      `{"QueryLanguage":"JSONata","StartAt":"A","TimeoutSeconds":${timeout},"States":{"A":{"Type":"Succeed"}}}`
    assert.equal(diagnose(machine('5')), [])
    assert.equal(diagnose(machine('${t}')), [])
    for (const wrong of ['"${t}"', '"{% 5 %}"', '"5"'])
      assert.equal(
        diagnose(machine(wrong)).map(({ code, severity }) => `${severity} ${code}`),
        ['error ASL005'],
        wrong,
      )
  })
  assert.equal(
    limited({ Ref: 'Limit' }).map(({ path }) => path),
    ['/States/A/MaxConcurrency'],
  )
  assert.match(`${limited({ Ref: 'Limit' })[0]?.hint}`, /write the value itself/i)
})

test('a comment is told, and all else is checked', () => {
  const text = '{\n  // why\n  "StartAt": "A", "States": { "A": { "Type": "Pass", "Nxt": "B", "End": true } } }'
  assert.equal(
    diagnose(text).map(({ code, line, column }) => `${code} ${line}:${column}`),
    ['ASL001 2:3', 'ASL031 3:54'],
  )
})

test('JSONata numbers may be expressions, and JSONPath ones say where expressions belong', () => {
  const wait = { Type: 'Wait', Seconds: '{% $states.input.s %}', End: true }
  assert.equal(errors(machine({ A: wait }, 'JSONata')), [])
  assert.match(hint(machine({ A: wait }), 'ASL071') ?? '', /JSONata/)
  assert.equal(errors(machine({ A: { ...wait, Seconds: 'soon' } }, 'JSONata')), ['ASL071 /States/A/Seconds'])
})

test('names that objects have of themselves are names like any other', () => {
  const text = `{"StartAt":"__proto__","States":{"__proto__":{"Type":"Pass","Next":"constructor"},
    "constructor":{"Type":"Pass","Next":"toString","Assign":{"hasOwnProperty":1}},"toString":{"Type":"Succeed"}}}`
  assert.equal(brief(text), [])
  assert.equal(brief(text.replace('"Type":"Succeed"', '"Type":"Succeed","valueOf":1')), [
    'ASL031 /States/toString/valueOf',
  ])
  assert.equal(errors({ StartAt: 'toString', States: { A: succeed } }), ['ASL006 /StartAt'])
})

test('variables: outer ones are read, sibling scopes are apart, a DISTRIBUTED Map sees none', () => {
  const reads = (name: string) => pass({ Parameters: { 'x.$': `$${name}` } })
  const sets = (name: string, next: string) => ({ Type: 'Pass', Assign: { [name]: 1 }, Next: next })
  assert.equal(brief(machine({ A: sets('x', 'B'), B: parallel(scope({ C: reads('x') })) })), [])
  const siblings = machine({
    A: parallel(
      scope({ B: sets('y', 'C'), C: reads('y') }),
      scope({ D: sets('y', 'E'), E: reads('y') }),
      scope({ F: reads('y') }),
    ),
  })
  assert.equal(brief(siblings), ['ASL206 /States/A/Branches/2/States/F/Parameters/x.$'])
  const config = { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' }
  // In there, the name is free again.
  assert.equal(
    brief(
      machine({
        A: sets('x', 'B'),
        B: {
          ...map({}, config),
          ItemProcessor: { ProcessorConfig: config, ...scope({ C: sets('x', 'D'), D: reads('x') }) },
        },
      }),
    ),
    [],
  )
})

test('expressions: what is local, what is a function, and what stands inside a step', () => {
  const clean = [
    '$map($states.input.xs, function($x, $i) { $x.a + $i })',
    '$states.input.xs[a > 1 and $ != 2].{ "id": id, "all": $count($) }',
    '($y := $states.input.a; $y ~> $uppercase)',
    '$states.input.xs^(>price)',
    '$states.input.xs{ category: $sum(price) }',
    '$states.input ~> |items|{"x": y}|',
    '$states.input.xs@$x.$states.input.ys[id = $x.id]',
    '$states.input.xs#$i.{ "i": $i }',
    '$partition($states.input.xs, 2) ~> $map($uuid)',
    '$states.context.Execution.Input.order.id',
    '$states[$states.input.key]',
    '/a.c/i',
  ]
  for (const expression of clean)
    assert.equal(brief(machine({ A: pass({ Output: `{% ${expression} %}` }) }, 'JSONata')), [], expression)
  const bare = ['a', 'a.b', '$sum(prices)', '[1, a]', '{ "x": a }', 'a ? 1 : 2', '*', '$states.input & name']
  for (const expression of bare)
    assert.equal(
      errors(machine({ A: pass({ Output: `{% ${expression} %}` }) }, 'JSONata')),
      ['ASL182 /States/A/Output'],
      expression,
    )
})

test('an issue reads as people read it', () => {
  const [issue] = diagnose({ StartAt: 'A', States: {} })
  assert.ok(issue !== undefined && showIssue(issue).startsWith('error ASL007 at /States: '))
})

test.run()
