/** `orkestra validate`: which files, in which formats, and how it is told. Within this process: the command line itself has a test of its own. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { UsageError } from '../../src/cli/load/module.ts'
import { validateCommand } from '../../src/cli/validate/command.ts'
import { readDefinitionsIn } from '../../src/files/index.ts'

const test = suite('orkestra validate')

const good = '{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}'
const bad =
  '{\n  "StartAt": "A",\n  "States": {\n    "A": { "Type": "Pass", "Next": "Bee" },\n    "Be": { "Type": "Succeed" }\n  }\n}\n'

/** Runs a call in a folder that holds these files. */
const inFolder = async (files: Readonly<Record<string, string>>, args: readonly string[]) => {
  const folder = mkdtempSync(join(tmpdir(), 'orkestra-'))
  const before = process.cwd()
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), text)
    }
    process.chdir(folder)
    return await validateCommand.act([...args])
  } finally {
    process.chdir(before)
    rmSync(folder, { recursive: true })
  }
}

const refused = async (files: Readonly<Record<string, string>>, args: readonly string[]): Promise<string> => {
  try {
    await inFolder(files, args)
  } catch (error) {
    assert.instance(error, UsageError)
    return (error as Error).message
  }
  throw new Error('it was not refused')
}

const found = async (file: string, text: string, type: 'STANDARD' | 'EXPRESS' = 'STANDARD') =>
  (await readDefinitionsIn(file, text, { type })).flatMap(({ issues, name, place }) =>
    issues.map(({ code, path, line, column }) =>
      `${place.path === '' ? '' : name} ${code} ${path} ${line}:${column}`.trim(),
    ),
  )

test('a mistake is shown with its line, a caret and a way out', async () => {
  const { text, ok } = await inFolder({ 'a.asl.json': bad }, ['a.asl.json'])
  assert.is(ok, false)
  assert.is(
    text,
    [
      'a.asl.json:4:36 /States/A/Next',
      'error ASL035: Next leads to "Bee", which does not exist.',
      '  4 |     "A": { "Type": "Pass", "Next": "Bee" },',
      '    |                                    ^',
      '  Did you mean "Be"?',
      '',
      '1 error and 0 warnings; 1 definition in 1 file.',
      '',
    ].join('\n'),
  )
})

test('what is right is right, in one line', async () => {
  assert.equal(await inFolder({ 'a.json': good, 'b.json': good }, ['a.json', 'b.json', 'a.json']), {
    text: '2 definitions in 2 files, no issue.\n',
    ok: true,
  })
})

test('folders, patterns, and the same file by two ways', async () => {
  const files = {
    'x/a.asl.json': good,
    'x/deep/b.asl.yaml': 'StartAt: A\nStates:\n  A: { Type: Succeed }\n',
    'x/deep/c.asl': good,
    'x/deep/other.json': '[]',
    'x/node_modules/m/d.asl.json': 'nothing',
    'e.asl.json': good,
  }
  for (const args of [
    ['x'],
    ['x', 'x/a.asl.json'],
    ['x/**/*.asl*'],
    ['x/a.asl.json', 'x/deep/{b.asl.yaml,?.asl}'],
    ['./x/**/*.{asl,asl.json,asl.yaml}'],
  ])
    assert.equal((await inFolder(files, args)).text, '3 definitions in 3 files, no issue.\n', args.join(' '))
  assert.equal((await inFolder(files, ['*.json'])).text, '1 definition in 1 file, no issue.\n')
})

test('mistakes of the call', async () => {
  assert.is(await refused({}, ['a.json']), 'there is no file a.json.')
  assert.is(await refused({}, ['*.json']), 'no file matches *.json.')
  assert.is(await refused({}, ['y/*.json']), 'no file matches y/*.json.')
  assert.match(await refused({ 'x/a.json': good }, ['x']), /no file below x is named as a definition/)
  assert.match(await refused({}, []), /^usage: orkestra validate/)
  assert.match(
    await refused({ 'a.json': good }, ['a.json', '--format', 'xml']),
    /--format xml: expected one of text, json, github/,
  )
  assert.match(await refused({ 'a.json': good }, ['a.json', '--type', 'FAST']), /STANDARD, EXPRESS/)
  for (const most of ['x', '-1', '1.5'])
    assert.match(await refused({ 'a.json': good }, ['a.json', `--max-warnings=${most}`]), /whole number/)
})

test('warnings are an error when they are more than allowed', async () => {
  const warned = good.replace('"A":{', '"A*":{').replace('"StartAt":"A"', '"StartAt":"A*"')
  assert.is((await inFolder({ 'a.json': warned }, ['a.json'])).ok, true)
  assert.is((await inFolder({ 'a.json': warned }, ['a.json', '--max-warnings', '1'])).ok, true)
  assert.is((await inFolder({ 'a.json': warned }, ['a.json', '--max-warnings', '0'])).ok, false)
})

test('--json is for programs', async () => {
  const { text, ok } = await inFolder({ 'a.asl.json': bad }, ['a.asl.json', '--json'])
  assert.is(ok, false)
  assert.equal(JSON.parse(text), {
    files: 1,
    definitions: 1,
    errors: 1,
    warnings: 0,
    without: [],
    unread: [],
    issues: [
      {
        file: 'a.asl.json',
        code: 'ASL035',
        severity: 'error',
        path: '/States/A/Next',
        message: 'Next leads to "Bee", which does not exist.',
        hint: 'Did you mean "Be"?',
        line: 4,
        column: 36,
      },
    ],
  })
})

test('--format github annotates', async () => {
  const { text } = await inFolder({ 'a,b.asl.json': bad.replace('Bee', 'B%e') }, ['a,b.asl.json', '--format', 'github'])
  assert.is(
    text,
    '::error file=a%2Cb.asl.json,line=4,col=36,title=ASL035::/States/A/Next: Next leads to "B%25e", which does not exist.%0ADid you mean "Be"?\n',
  )
})

test('YAML, with the place of values and of keys', async () => {
  const yaml = 'StartAt: A\nStates:\n  A:\n    Type: Pass\n    Nxt: B\n    ResultPath: $.a[*]\n    End: true\n'
  assert.equal(await found('a.yaml', yaml), ['ASL031 /States/A/Nxt 5:5', 'ASL161 /States/A/ResultPath 6:17'])
  assert.equal(await found('a.asl', yaml), await found('a.yaml', yaml))
  assert.equal(await found('a.yml', 'a: 1\na: 2\n'), ['ASL010  2:1'])
  assert.match((await found('a.yml', 'a: [1\n'))[0] ?? '', /^ASL001/)
  assert.match((await found('a.yml', `${'['.repeat(20_000)}`))[0] ?? '', /^ASL001/)
  assert.equal(await found('a.yaml', ''), ['ASL001  undefined:undefined'])
})

test('anchors of YAML: used twice, a value in two places', async () => {
  const yaml = `
StartAt: A
States:
  A: { Type: Task, Resource: "\${F}", Retry: &retry [{ ErrorEquals: [States.ALL], MaxAttempts: -1 }], Next: B }
  B: { Type: Task, Resource: "\${F}", Retry: *retry, End: true }
`
  assert.equal(await found('a.yaml', yaml), [
    'ASL115 /States/A/Retry/0/MaxAttempts 4:95',
    'ASL115 /States/B/Retry/0/MaxAttempts 4:95',
  ])
})

const template = `Resources:
  Value:
    Type: AWS::Serverless::StateMachine
    Properties:
      Type: EXPRESS
      Definition:
        StartAt: A
        States:
          A:
            Type: Task
            Resource: !GetAtt Function.Arn
            Retry: [{ ErrorEquals: [States.ALL] }]
            Next: !Ref Somewhere
          B: { Type: Task, Resource: "arn:aws:states:::ecs:runTask.sync", End: true }
  Text:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      DefinitionString: !Sub |
        {
          "StartAt": "A",
          "States": { "A": { "Type": "Wait", "End": true } }
        }
  Quoted:
    Type: AWS::StepFunctions::StateMachine
    Properties: { DefinitionString: '{"StartAt":"A","States":{}}' }
  Elsewhere:
    Type: AWS::Serverless::StateMachine
    Properties: { DefinitionUri: { Bucket: b, Key: k } }
  InS3:
    Type: AWS::Serverless::StateMachine
    Properties: { DefinitionUri: s3://b/k }
  Unknown:
    Type: AWS::StepFunctions::StateMachine
    Properties: { DefinitionString: !ImportValue x }
  Other:
    Type: AWS::SNS::Topic
  Nothing: 1
  NoProperties: { Type: AWS::Serverless::StateMachine }
`

test('a template in YAML: definitions as values and as text, with the type of the machine', async () => {
  assert.equal(await found('template.yaml', template), [
    'Value ASL220 /States/B/Resource 14:38',
    'Text ASL070 /States/A 21:28',
    'Quoted ASL007 /States 25:37',
  ])
})

test('a template in JSON, also one that CDK wrote', async () => {
  const json = JSON.stringify(
    {
      Resources: {
        Machine: {
          Type: 'AWS::StepFunctions::StateMachine',
          Properties: {
            DefinitionString: {
              'Fn::Join': [
                '',
                [
                  '{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"',
                  { Ref: 'F' },
                  '","Retry":[{"ErrorEquals":["States.ALL"]}]}}}',
                ],
              ],
            },
          },
        },
        Value: {
          Type: 'AWS::StepFunctions::StateMachine',
          Properties: { Definition: { StartAt: 'A', States: { A: { Type: 'Pass' } } } },
        },
        Substituted: {
          Type: 'AWS::StepFunctions::StateMachine',
          Properties: { DefinitionString: { 'Fn::Sub': ['{"StartAt":"A"}', {}] } },
        },
      },
    },
    null,
    1,
  )
  const line = (text: string): number => json.split('\n').findIndex((one) => one.includes(text)) + 1
  assert.equal(await found('template.json', json), [
    `Machine ASL033 /States/A ${line('"DefinitionString": {')}:25`,
    `Value ASL033 /States/A ${line('"A": {')}:12`,
    `Substituted ASL002  ${line('\\"A\\"}"')}:7`,
  ])
})

test('a template leads to the file beside it, which is told once', async () => {
  const files = {
    'template.yaml':
      'Resources:\n  M:\n    Type: AWS::Serverless::StateMachine\n    Properties: { Type: EXPRESS, DefinitionUri: m.asl.json }\n  N:\n    Type: AWS::Serverless::StateMachine\n    Properties: { DefinitionUri: built/later.json }\n',
    'm.asl.json':
      '{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"arn:aws:states:::glue:startJobRun.sync","End":true}}}',
  }
  const { text } = await inFolder(files, ['template.yaml', 'm.asl.json', '--json'])
  assert.equal(
    JSON.parse(text).issues.map(({ file, code }: { file: string; code: string }) => `${file} ${code}`),
    ['m.asl.json ASL220', 'template.yaml ASL243'],
  )
})

test('placeholders without quotes, as Terraform and SAM have them', async () => {
  assert.equal(
    await found('a.asl.json', '{"StartAt":"A","TimeoutSeconds":${timeout},"States":{"A":{"Type":"Succeed"}}}'),
    [],
  )
})

test('a long line is shown around the place', async () => {
  const { text } = await inFolder(
    { 'a.json': bad.replace(/\n */g, ' ').replace('"StartAt"', `"Comment": "${'x'.repeat(300)}", "StartAt"`) },
    ['a.json'],
  )
  const [, , line = '', caret = ''] = text.split('\n')
  assert.is(line[caret.indexOf('^')], '"')
  assert.ok(line.length < 140)
})

test('a thousand files', async () => {
  const files = Object.fromEntries(Array.from({ length: 1_000 }, (_, i) => [`m${i}.asl.json`, i === 500 ? bad : good]))
  const { text } = await inFolder(files, ['.'])
  assert.match(text, /1 error and 0 warnings; 1000 definitions in 1000 files/)
})

test.run()
