/** The one reader: every kind of file, what is found in it, and what is said of it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import {
  FileError,
  fillPlaceholders,
  type ReadDefinition,
  readDefinitions,
  readDefinitionsIn,
} from '../../src/files/index.ts'

const test = suite('reading definitions')

/** Reads the first of some files in a folder of their own. */
const read = async (files: Readonly<Record<string, string | Buffer>>): Promise<readonly ReadDefinition[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'orkestra-'))
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), text)
    }
    const [first = ''] = Object.keys(files)
    const found = await readDefinitions(join(folder, first))
    return found.map((one) => ({
      ...one,
      place: {
        ...one.place,
        file: one.place.file.replace(`${folder}/`, ''),
        ...(one.place.from !== undefined && { from: one.place.from.replace(`${folder}/`, '') }),
      },
      issues: one.issues.map((issue) => ({ ...issue, message: issue.message.replaceAll(`${folder}/`, '') })),
    }))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const issuesOf = (found: readonly ReadDefinition[]): readonly string[] =>
  found.flatMap(({ name, place, issues }) =>
    issues.map(
      ({ code, severity, path, line, column }) => `${name} ${place.file} ${severity} ${code} ${path} ${line}:${column}`,
    ),
  )

/** A machine of one state. */
const waiting = (seconds: string): string =>
  `{"StartAt":"A","States":{"A":{"Type":"Wait","Seconds":${seconds},"End":true}}}`
const calling = (resource: string): string =>
  `{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"${resource}","End":true}}}`

const machine = (properties: string): string =>
  `Resources:\n  M:\n    Type: AWS::Serverless::StateMachine\n    Properties:\n${properties.replace(/^/gm, '      ')}\n`

test('a definition in JSON: its name is that of the file, and its placeholders are told apart by their quotes', async () => {
  const [one, ...more] = await read({
    'orders.asl.json': waiting('${wait}').replace('"A",', '"A","Comment":"${note} ${wait}",'),
  })
  assert.is(more.length, 0)
  assert.equal([one?.name, one?.type, one?.place.path, one?.place.line], ['orders', 'STANDARD', '', 1])
  assert.equal(one?.placeholders, [
    { name: 'note', paths: ['/Comment'], bare: [] },
    { name: 'wait', paths: ['/Comment', '/States/A/Seconds'], bare: ['/States/A/Seconds'] },
  ])
  assert.equal(one?.issues, [])
})

test('Terraform templates: expressions with quotes and calls, directives, escapes of other languages left alone', async () => {
  const text = `{
  "StartAt": "A",
  "TimeoutSeconds": \${limit},
  "States": {
    %{ for name in names ~}
    "\${name}": { "Type": "Pass", "Next": "A" },
    %{ endfor ~}
    "A": { "Type": "Task", "Resource": "\${lambda_arns["parse"]}", "Parameters": \${jsonencode({ a = "b" })}, "End": true }
  }
}`
  const [one] = await read({ 'm.asl.json.tftpl': text })
  assert.is(one?.name, 'm')
  assert.equal(
    one?.placeholders.map(({ name, bare }) => `${name} ${bare.length}`),
    ['limit 1', 'name 0', 'lambda_arns["parse"] 0', 'jsonencode({ a = "b" }) 1'],
  )
  assert.equal(one?.issues, [])
  const yaml =
    'StartAt: A\nStates:\n%{ for n in names ~}\n  ${n}: { Type: Pass, Next: A }\n%{ endfor ~}\n  A: { Type: Succeed, Nxt: 1 }\n'
  assert.equal(issuesOf(await read({ 'm.yaml.tftpl': yaml })), ['m m.yaml.tftpl error ASL031 /States/A/Nxt 6:23'])
})

test('quotes around a placeholder stay, so that a number cannot come of it', async () => {
  assert.equal(issuesOf(await read({ 'm.asl.json': waiting('"${wait}"') })), [
    'm m.asl.json error ASL071 /States/A/Seconds 1:55',
  ])
  assert.equal(
    issuesOf(
      await read({ 'm.asl.yaml': 'StartAt: A\nStates:\n  A: { Type: Wait, End: true, "Seconds": "${wait}" }\n' }),
    ),
    ['m m.asl.yaml error ASL071 /States/A/Seconds 3:42'],
  )
  assert.equal(
    issuesOf(
      await read({ 'm.asl.yaml': 'StartAt: A\nStates:\n  A:\n    Type: Wait\n    Seconds: ${wait}\n    End: true\n' }),
    ),
    [],
  )
  const inTemplate = (seconds: string) =>
    read({
      't.yaml': machine(
        `DefinitionSubstitutions: { Limit: 3 }\nDefinition:\n  StartAt: A\n  States:\n    A:\n      Type: Wait\n      Seconds: ${seconds}\n      End: true`,
      ),
    })
  for (const seconds of ['${Limit}', '"${Limit}"'])
    assert.equal(issuesOf(await inTemplate(seconds)), ['M t.yaml error ASL071 /States/A/Seconds 11:22'], seconds)
  for (const seconds of ['!Ref Limit', '!GetAtt L.Value', '!Sub "${L}"'])
    assert.ok(
      issuesOf(await inTemplate(seconds)).some((issue) => issue.includes('ASL071')),
      seconds,
    )
})

test('intrinsic functions are placeholders, and what they are is kept', async () => {
  const [one] = await read({
    't.yaml': machine(`Definition:
  StartAt: A
  States:
    A:
      Type: Task
      Resource: !GetAtt Price.Arn
      Parameters:
        a: !Ref Queue
        b: !Sub "x-\${AWS::Region}-\${!later}"
        c: !Join ["-", [a, !Ref B]]
        d: !ImportValue shared
        e: !If [C, 1, 2]
      End: true`),
  })
  assert.equal((one?.definition as { States: { A: object } } | undefined)?.States.A, {
    Type: 'Task',
    Resource: '${Price.Arn}',
    Parameters: {
      a: '${Queue}',
      b: 'x-${AWS::Region}-${later}',
      c: 'a-${B}',
      d: '${Fn::ImportValue shared}',
      e: '${Fn::If}',
    },
    End: true,
  })
  assert.equal(one?.substitutions.get('Price.Arn'), { 'Fn::GetAtt': 'Price.Arn' })
  assert.equal(
    one?.issues.map(({ code, message }) => `${code} ${message.includes('"later"')}`),
    ['ASL240 true'],
  )
})

test('a placeholder that is not declared, and one that is declared for nothing', async () => {
  const template = machine(
    'DefinitionUri: m.asl.json\nDefinitionSubstitutions:\n  PriceArn: !GetAtt Price.Arn\n  Unused: 1',
  )
  const found = await read({ 't.yaml': template, 'm.asl.json': calling('${PricArn}') })
  assert.equal(issuesOf(found), [
    'M m.asl.json error ASL240 /States/A/Resource 1:56',
    'M m.asl.json warning ASL241  undefined:undefined',
  ])
  assert.equal(
    found[0]?.issues.map(({ hint }) => hint),
    ['Did you mean "PriceArn"?', 'Remove it, or use it.'],
  )
  assert.equal([found[0]?.place.file, found[0]?.place.from], ['m.asl.json', 't.yaml'])
  // Elsewhere than in a Resource AWS takes the text as it is.
  assert.match(
    issuesOf(
      await read({
        't.yaml': template,
        'm.asl.json': calling('${PriceArn}').replace('"End"', '"Comment":"${x} ${Unused}","End"'),
      }),
    ).join(),
    /^M m.asl.json warning ASL240 \/States\/A\/Comment/,
  )
  // What the substitutions are may be known at deployment only.
  assert.equal(
    issuesOf(
      await read({
        't.yaml': machine('DefinitionUri: m.asl.json\nDefinitionSubstitutions: !Ref X'),
        'm.asl.json': calling('${Any}'),
      }),
    ),
    [],
  )
})

test('Fn::Sub names resources and parameters of the template', async () => {
  const template = (text: string) =>
    `Parameters:\n  Limit: { Type: Number }\nResources:\n  Price: { Type: AWS::Serverless::Function }\n  M:\n    Type: AWS::StepFunctions::StateMachine\n    Properties:\n      DefinitionString: !Sub |\n        ${text}\n`
  assert.equal(issuesOf(await read({ 't.yaml': template(calling('${Price.Arn}')) })), [])
  assert.equal(
    issuesOf(await read({ 't.yaml': template(calling('arn:${AWS::Partition}:states:::${PriceAlias.Arn}')) })),
    [],
  )
  assert.equal(issuesOf(await read({ 't.yaml': template(waiting('${Limit}')) })), [])
  const found = await read({ 't.yaml': template(calling('${Pric.Arn}')) })
  assert.equal(issuesOf(found), ['M t.yaml error ASL242 /States/A/Resource 9:9'])
})

test('what a template names is found: local files, ToJsonString, AWS::Include', async () => {
  const bad = '{"StartAt":"A","States":{"A":{"Type":"Pass"}}}'
  for (const properties of [
    'DefinitionUri: x/m.json',
    'DefinitionS3Location: ./x/m.json',
    'Definition:\n  Fn::Transform: { Name: AWS::Include, Parameters: { Location: ./x/m.json } }',
    'DefinitionString:\n  Fn::Transform: { Name: AWS::Include, Parameters: { Location: x/m.json } }',
  ])
    assert.equal(
      issuesOf(await read({ 't.yaml': machine(properties), 'x/m.json': bad })),
      ['M x/m.json error ASL033 /States/A 1:30'],
      properties,
    )
  const json = 'DefinitionString:\n  Fn::ToJsonString:\n    StartAt: A\n    States: { A: { Type: Pass } }'
  assert.equal(issuesOf(await read({ 't.yaml': machine(json) })), ['M t.yaml error ASL033 /States/A 8:24'])
})

const include = (location: string): string =>
  `{ Fn::Transform: { Name: AWS::Include, Parameters: { Location: ${location} } } }`

test('AWS::Include within a definition, of resources, and of a whole template', async () => {
  const states = `Definition:\n  StartAt: A\n  States:\n    A: { Type: Pass, Next: B }\n    Fn::Transform: { Name: AWS::Include, Parameters: { Location: x/states.yaml } }`
  const good = await read({ 't.yaml': machine(states), 'x/states.yaml': 'B: { Type: Succeed }' })
  assert.equal(issuesOf(good), [])
  assert.equal(good[0]?.definition, {
    StartAt: 'A',
    States: { A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Succeed' } },
  })
  // What is wrong with an included part is told where it is included.
  const bad = await read({ 't.yaml': machine(states), 'x/states.yaml': 'B: { Type: Pass }' })
  assert.equal(issuesOf(bad), ['M t.yaml error ASL033 /States/B 8:11'])
  assert.equal(issuesOf(await read({ 't.yaml': machine(states) })), ['M t.yaml error ASL243  6:9'])
  const inner = machine('Definition: { StartAt: A, States: { A: { Type: Pass } } }').replace('  M:', '  Inner:')
  const resources = await read({
    't.yaml': `Resources: ${include('./r.yaml')}`,
    'r.yaml': inner.replace('Resources:\n', '').replace(/^ {2}/gm, ''),
  })
  assert.equal(issuesOf(resources), ['Inner r.yaml error ASL033 /States/A 4:44'])
  const whole = await read({
    't.yaml': `Transform: { Name: AWS::Include, Parameters: { Location: whole.yaml } }\nResources: {}`,
    'whole.yaml': inner,
  })
  assert.equal(issuesOf(whole), ['Inner whole.yaml error ASL033 /States/A 5:46'])
})

test('a file that is not there, and one that cannot be read as a definition', async () => {
  const found = await read({ 't.yaml': machine('DefinitionUri: gone.json') })
  assert.equal(issuesOf(found), ['M t.yaml error ASL243  5:22'])
  assert.is(found[0]?.issues[0]?.message, 'the definition should be in gone.json: there is no such file.')
  assert.is(found[0]?.definition, undefined)
  assert.equal(issuesOf(await read({ 't.yaml': machine('DefinitionUri: m.json'), 'm.json': '{' })), [
    'M m.json error ASL001  1:2',
  ])
})

test('what only the deployment knows is named, and said not to be read', async () => {
  for (const [properties, why] of [
    ['DefinitionUri: s3://b/k', 'its definition is at s3://b/k'],
    ['DefinitionUri: { Bucket: b, Key: k.json }', 'its definition is in S3, at k.json'],
    ['DefinitionString: !ImportValue x', 'Fn::ImportValue is known at deployment only'],
    ['Definition: !If [C, 1, 2]', 'Fn::If gives its definition'],
    ['RoleArn: r', 'it has no definition'],
  ] as const) {
    const [one] = await read({ 't.yaml': machine(properties) })
    assert.equal([one?.definition, one?.unread, one?.issues], [undefined, why, []], properties)
  }
})

test('what CDK synthesizes, with definitions among its assets', async () => {
  const template = {
    Resources: {
      M: {
        Type: 'AWS::StepFunctions::StateMachine',
        Properties: {
          DefinitionS3Location: { Bucket: { 'Fn::Sub': 'cdk-${AWS::AccountId}' }, Key: 'abc123.json' },
          StateMachineType: 'EXPRESS',
          DefinitionSubstitutions: { f: { 'Fn::GetAtt': ['F', 'Arn'] } },
        },
      },
    },
  }
  const assets = {
    files: {
      abc123: { source: { path: 'asset.abc123.json' }, destinations: { here: { objectKey: 'abc123.json' } } },
    },
  }
  const [one] = await read({
    'Stack.template.json': JSON.stringify(template),
    'Stack.assets.json': JSON.stringify(assets),
    'asset.abc123.json': calling('${f}'),
  })
  assert.equal([one?.name, one?.type, one?.place.file, one?.issues], ['M', 'EXPRESS', 'asset.abc123.json', []])
})

test('services of the Serverless Framework, with files of their own', async () => {
  const definition = '{ StartAt: A, States: { A: { Type: Pass } } }'
  const service = (stepFunctions: string) => `service: shop\nprovider: { name: aws }\nstepFunctions: ${stepFunctions}\n`
  const inService = await read({
    'serverless.yml': service(`{ stateMachines: { orders: { type: EXPRESS, definition: ${definition} } } }`),
  })
  assert.equal(issuesOf(inService), ['orders serverless.yml error ASL033 /States/A 3:99'])
  assert.is(inService[0]?.type, 'EXPRESS')
  for (const files of [
    {
      'serverless.yml': service('{ stateMachines: { orders: { definition: "${file(m.yml)}" } } }'),
      'm.yml': definition,
    },
    {
      'serverless.yml': service('{ stateMachines: { orders: { definition: "${file(m.yml):a.b}" } } }'),
      'm.yml': `a: { b: ${definition} }`,
    },
    {
      'serverless.yml': service('{ stateMachines: "${file(m.yml)}" }'),
      'm.yml': `orders: { definition: ${definition} }`,
    },
    {
      'serverless.yml': service('"${file(m.yml):sf}"'),
      'm.yml': `sf: { stateMachines: { orders: { definition: ${definition} } } }`,
    },
  ])
    assert.match(
      issuesOf(await read(files as never)).join(),
      /^orders m.yml error ASL033 \/States\/A 1:\d+$/,
      JSON.stringify(files),
    )
  // A variable that is all of a value is replaced by what it stands for, whatever its quotes.
  const wait = '{ StartAt: A, States: { A: { Type: Wait, Seconds: "${self:custom.wait}", End: true } } }'
  assert.equal(
    issuesOf(await read({ 'serverless.yml': service(`{ stateMachines: { o: { definition: ${wait} } } }`) })),
    [],
  )
})

test('what the AWS CLI prints of a machine', async () => {
  const described = {
    stateMachineArn: 'arn:aws:states:eu-west-1:1:stateMachine:Orders',
    name: 'Orders',
    type: 'EXPRESS',
    definition: '{"StartAt":"A","States":{"A":{"Type":"Pass"}}}',
  }
  const [one] = await read({ 'd.json': JSON.stringify(described, null, 2) })
  assert.equal([one?.name, one?.type], ['Orders', 'EXPRESS'])
  assert.equal(
    one?.issues.map(({ code, path, line }) => `${code} ${path} ${line}`),
    ['ASL033 /States/A 5'],
  )
  // With --query definition it is a text in quotes.
  const [other] = await read({ 'q.json': JSON.stringify(waiting('1')) })
  assert.equal([(other?.definition as { StartAt: string } | undefined)?.StartAt, other?.issues], ['A', []])
  assert.equal(await read({ 'h.json': '{"events":[{"id":1,"type":"ExecutionStarted"}]}' }), [])
})

test('templates are YAML 1.1, definitions are YAML 1.2', async () => {
  const definition = 'StartAt: A\nStates:\n  A:\n    Type: Pass\n    End: yes\n'
  assert.equal(
    issuesOf(
      await read({
        't.yaml': `AWSTemplateFormatVersion: 2010-09-09\n${machine(`Definition:\n  ${definition.trim().replaceAll('\n', '\n  ')}`)}`,
      }),
    ),
    [],
  )
  assert.equal(issuesOf(await read({ 'm.asl.yaml': definition })), ['m m.asl.yaml error ASL034 /States/A/End 5:10'])
  // As SAM reads them: an anchor that is merged.
  const merged = machine(
    'Definition:\n  StartAt: A\n  States:\n    A: &a { Type: Pass, Next: B }\n    B: { <<: *a, Next: C }\n    C: { Type: Succeed }',
  )
  assert.equal(issuesOf(await read({ 't.yaml': merged })), [])
})

test('comments: templates take them, a definition in JSON does not', async () => {
  const template =
    '{ # why\n "Resources": { "M": { "Type": "AWS::Serverless::StateMachine", "Properties": { "Definition": {"StartAt":"A","States":{"A":{"Type":"Pass"}}} } } } }'
  assert.match(issuesOf(await read({ 't.json': template })).join(), /^M t.json error ASL033 /)
  assert.equal(issuesOf(await read({ 'm.asl.json': `// why\n${waiting('1')}` })), ['m m.asl.json error ASL001  1:1'])
})

test('a template without machines holds none', async () => {
  assert.equal(await read({ 't.yaml': 'Resources:\n  T: { Type: AWS::SNS::Topic }\n' }), [])
  assert.equal(await read({ 'serverless.yml': 'service: x\nstepFunctions: {}\n' }), [])
})

test('aliases of aliases end in bounded time, with an error', async () => {
  const level = (i: number) => `a${i}: &a${i} [${Array.from({ length: 9 }, () => `*a${i - 1}`).join(', ')}]\n`
  const bomb = `a0: &a0 [${Array.from({ length: 9 }, () => 'x').join(', ')}]\n${Array.from({ length: 12 }, (_, i) => level(i + 1)).join('')}StartAt: A\n`
  const [one] = await readDefinitionsIn('m.yaml', bomb)
  assert.match(`${one?.issues[0]?.message}`, /its aliases stand for more than 500000 values/)
  const [cycle] = await readDefinitionsIn(
    'm.yaml',
    'StartAt: A\nStates: &s\n  A: { Type: Pass, End: true, Result: *s }\n',
  )
  assert.match(`${cycle?.issues[0]?.message}`, /\*s stands inside of what it stands for/)
  assert.is(cycle?.issues[0]?.line, 3)
})

test('bytes that are no UTF-8 have their place', async () => {
  const bytes = Buffer.concat([
    Buffer.from('{"StartAt":"A",\n"Comment":"'),
    Buffer.from([0xff]),
    Buffer.from(waiting('1').replace('{"StartAt":"A"', '"')),
  ])
  assert.equal(issuesOf(await read({ 'm.asl.json': bytes })), ['m m.asl.json error ASL001  2:12'])
  const wide = Buffer.from(`\ufeff${waiting('1')}`, 'utf16le')
  assert.match(`${(await read({ 'm.asl.json': wide }))[0]?.issues[0]?.message}`, /UTF-16/)
})

test('placeholders are filled as text is: without quotes by any value, in quotes by text', async () => {
  const [one] = await read({
    't.yaml': machine('DefinitionUri: m.asl.json\nDefinitionSubstitutions: { wait: 5, note: !Ref X, name: B }'),
    'm.asl.json':
      '{"StartAt":"A","Comment":"${note} ${wait}","States":{"A":{"Type":"Wait","Seconds":${wait},"Next":"${name}"},"${name}":{"Type":"Succeed"}}}',
  })
  assert.equal(fillPlaceholders(one as ReadDefinition), {
    StartAt: 'A',
    Comment: '${note} 5',
    States: { A: { Type: 'Wait', Seconds: 5, Next: 'B' }, B: { Type: 'Succeed' } },
  })
  const { Comment } = fillPlaceholders(one as ReadDefinition, { note: 'n', wait: 6 }) as { Comment: string }
  assert.is(Comment, 'n 6')
})

test('a file that is none is refused at once', async () => {
  for (const file of ['/nowhere/m.json', tmpdir()]) {
    try {
      await readDefinitions(file)
      assert.unreachable()
    } catch (error) {
      assert.instance(error, FileError)
    }
  }
})

test.run()
