/** Definitions in configurations of Terraform. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parCatch, seq, task } from '@orkestra/core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { toTerraform } from '../../src/deploy/terraform/toTerraform.ts'
import { emit } from '../../src/emit/emit.ts'
import { fillPlaceholders, type ReadDefinition, readDefinitions, readDefinitionsIn } from '../../src/files/index.ts'
import { toText } from '../../src/toText.ts'

const test = suite('reading Terraform')

const read = (text: string): Promise<readonly ReadDefinition[]> => readDefinitionsIn('main.tf', text)

const issuesOf = (found: readonly ReadDefinition[]): readonly string[] =>
  found.flatMap(({ name, place, issues }) =>
    issues.map(({ code, path, line, column }) => `${name} ${place.file} ${code} ${path} ${line}:${column}`),
  )

const machine = (definition: string, more = ''): string =>
  `resource "aws_sfn_state_machine" "orders" {\n  name = "orders"\n${more}  definition = ${definition}\n}\n`

test('jsonencode: an object as HCL writes it, with comments, commas or not, and expressions as placeholders', async () => {
  const [one, ...more] = await read(
    machine(
      `jsonencode({
    StartAt = "A" # a comment
    "States" : {
      A = { Type = "Task", Resource = aws_lambda_function.f["a"].arn, TimeoutSeconds = var.limit, Next = "B" },
      /* another } */
      B = {
        Type = "Wait"
        Seconds = "\${var.wait}"
        Comment = "a \\"text\\" with \${var.x}"
        Next = "C"
      }
      C = { Type = "Pass", Result = [1, -2.5, true, null, concat(var.a, [1]), { for k in var.l : k => 1 }], End = true }
    }
  })`,
      '  type = "EXPRESS"\n',
    ),
  )
  assert.equal(more, [])
  assert.equal([one?.name, one?.type, one?.place.line, one?.place.column], ['orders', 'EXPRESS', 4, 27])
  assert.equal(one?.issues, [])
  assert.equal(one?.definition, {
    StartAt: 'A',
    States: {
      A: { Type: 'Task', Resource: '${aws_lambda_function.f["a"].arn}', TimeoutSeconds: '${var.limit}', Next: 'B' },
      B: { Type: 'Wait', Seconds: '${var.wait}', Comment: 'a "text" with ${var.x}', Next: 'C' },
      C: {
        Type: 'Pass',
        Result: [1, -2.5, true, null, '${concat(…)}', '${{ for k in var.l : k => 1 }}'],
        End: true,
      },
    },
  })
  assert.ok(one?.placeholders.some(({ name, bare }) => name === 'var.wait' && bare.length === 1))
})

test('mistakes have their place, in objects, in heredocs and in files', async () => {
  const object = machine(
    'jsonencode({\n    StartAt = "A"\n    States = {\n      A = { Type = "Pass", Nxt = "B" }\n    }\n  })',
  )
  assert.equal(issuesOf(await read(object)), [
    'orders main.tf ASL031 /States/A/Nxt 6:28',
    'orders main.tf ASL033 /States/A 6:11',
  ])
  const heredoc = machine(
    '<<-JSON\n    {\n      "StartAt": "A",\n      "States": { "A": { "Type": "Pass" } }\n    }\n  JSON',
  )
  assert.equal(issuesOf(await read(heredoc)), ['orders main.tf ASL033 /States/A 6:24'])
  const text = machine('"{\\"StartAt\\":\\"A\\",\\"States\\":{\\"A\\":{\\"Type\\":\\"Pass\\"}}}"')
  assert.equal(issuesOf(await read(text)), ['orders main.tf ASL033 /States/A 3:16'])
})

test('templatefile, file and locals lead to the definition; what only Terraform knows is said not to be read', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'orkestra-'))
  try {
    const wait = '{"StartAt":"A","States":{"A":{"Type":"Wait","Seconds":${wait},"End":true}}}'
    mkdirSync(join(folder, 'x'))
    writeFileSync(join(folder, 'x/m.json'), wait)
    writeFileSync(
      join(folder, 'main.tf'),
      `locals { definition = templatefile("\${path.module}/x/m.json", { wait = 5, arn = aws_lambda_function.f.arn }) }
${machine('local.definition')}
resource "aws_sfn_state_machine" "gone" { definition = file("gone.json") }
module "step_function" {
  source     = "terraform-aws-modules/step-functions/aws"
  definition = var.definition
}
resource "aws_s3_bucket" "b" { bucket = "b" }
`,
    )
    const found = await readDefinitions(join(folder, 'main.tf'))
    assert.equal(
      found.map(({ name, place, unread }) => [name, place.file.replace(`${folder}/`, ''), unread]),
      [
        ['orders', 'x/m.json', undefined],
        ['gone', 'main.tf', undefined],
        ['step_function', 'main.tf', 'var.definition gives its definition'],
      ],
    )
    assert.equal(found[0]?.issues, [])
    const filled = fillPlaceholders(found[0] as ReadDefinition) as { States: { A: { Seconds: unknown } } }
    assert.is(filled.States.A.Seconds, 5)
    assert.equal(
      found[1]?.issues.map(({ code }) => code),
      ['ASL243'],
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('what toTerraform writes is read again', async () => {
  const workflow = seq(task('price'), parCatch(task('reserve'), task('tax')))
  const folder = mkdtempSync(join(tmpdir(), 'orkestra-'))
  try {
    for (const [name, text] of toTerraform(workflow, { name: 'orders' })) {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), text)
    }
    const [one, ...more] = await readDefinitions(join(folder, 'main.tf'))
    assert.equal(more, [])
    assert.equal(one?.issues, [])
    assert.is(JSON.stringify(one?.definition).replaceAll('${partition}', 'aws'), toText(emit(workflow)))
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('what is no HCL has its place, however deep or broken it is', async () => {
  const broken: readonly (readonly [text: string, place: string])[] = [
    ['resource "a" "b" {', '1:18'],
    ['a = "x\n"', '1:5'],
    ['a = [1}\n', '1:7'],
    ['a = <<EOF\nx', '1:5'],
    ['resource\n', '1:1'],
    ['%', '1:1'],
  ]
  for (const [text, place] of broken) assert.equal(issuesOf(await read(text)), [`main main.tf ASL001  ${place}`], text)
  const deep = await read(machine(`jsonencode(${'['.repeat(50_000)}${']'.repeat(50_000)})`))
  assert.match(String(deep[0]?.issues[0]?.message), 'more than 1000 levels are not read')
})

test.run()
