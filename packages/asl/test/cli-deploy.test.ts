/** `orkestra emit --format …`, `policy` and `manifest`: what they print, what they write, and that nothing is half-written. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { emit, toCloudFormation, toSam, toTerraform, toText } from '@orkestra/asl'
import { toYaml } from '@orkestra/asl/yaml'
import { parAll, task } from '@orkestra/core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { parse } from 'yaml'
import type { Command, Printed } from '../src/cli/arguments.ts'
import { emitCommand } from '../src/cli/commands/emit.ts'
import { manifestCommand } from '../src/cli/commands/manifest.ts'
import { policyCommand } from '../src/cli/commands/policy.ts'
import { originFrom } from '../src/cli/load/origin.ts'
import { writeAll } from '../src/cli/output.ts'
import { shop } from './fixtures/shop.ts'

const test = suite<{ folder: string }>('orkestra, deploying', { folder: '' })

test.before.each((context) => {
  context.folder = mkdtempSync(join(tmpdir(), 'orkestra-cli-'))
})
test.after.each(({ folder }) => rmSync(folder, { recursive: true, force: true }))

const module = 'packages/asl/test/fixtures/shop.ts'
const of = `${module}#shop`
const read = (...path: string[]): string => readFileSync(join(...path), 'utf8')
const run = ({ act }: Command, ...args: string[]): Promise<Printed> => act(args)
const refusal = async (command: Command, ...args: string[]): Promise<Error> => {
  try {
    await command.act(args)
  } catch (error) {
    return error as Error
  }
  throw new Error('it was not refused')
}

test('each format on standard output', async () => {
  const print = async (...args: string[]) => (await run(emitCommand, of, ...args)).text
  assert.is(await print(), `${toText(emit(shop), { indent: 2 })}\n`)
  assert.equal(parse(await print('--format', 'yaml')), emit(shop))
  assert.is(await print('--format', 'cloudformation'), toYaml(toCloudFormation(shop)))
  assert.is(
    await print('--format', 'SAM', '--name', 'shop', '--schedule', 'rate(1 day)'),
    toYaml(toSam(shop, { name: 'shop', schedule: { expression: 'rate(1 day)' } })),
  )
})

test('a module of Terraform into a folder that is not there yet, and no trace of other files', async ({ folder }) => {
  const out = join(folder, 'new', 'infra')
  const { text, ok, note } = await run(emitCommand, of, '--format', 'terraform', '--out', out, '--name', 'shop')
  const files = toTerraform(shop, { name: 'shop', source: originFrom(out, of) })
  assert.ok(ok)
  assert.is(text, '')
  assert.match(`${note}`, `wrote ${join(out, 'main.tf')}\n`)
  assert.equal(readdirSync(out).sort(), [...files.keys()].sort())
  for (const [name, content] of files) assert.is(read(out, name), content)
})

test('a template into a file: JSON where its name says so', async ({ folder }) => {
  const out = join(folder, 'template.json')
  await run(emitCommand, of, '--format', 'cloudformation', '--out', out)
  assert.equal(JSON.parse(read(out)), toCloudFormation(shop, { source: originFrom(folder, of) }))
})

test('SAM into a folder: the definition beside the template', async ({ folder }) => {
  await run(emitCommand, of, '--format', 'sam', '--out', folder)
  assert.is(parse(read(folder, 'template.yaml')).Resources.StateMachine.Properties.DefinitionUri, 'workflow.asl.json')
  assert.equal(JSON.parse(read(folder, 'workflow.asl.json')), emit(shop, { partition: '${partition}' }))
})

test('--check tells what is stale, and writes nothing', async ({ folder }) => {
  const out = join(folder, 'policy.json')
  const missing = await run(policyCommand, of, '--out', out, '--check')
  assert.equal([missing.ok, missing.text], [false, `${out} is stale: write it again, without --check.\n`])
  assert.equal(readdirSync(folder), [])
  await run(policyCommand, of, '--out', out)
  assert.equal(await run(policyCommand, of, '--out', out, '--check'), { ok: true, text: '', note: '' })
  writeFileSync(out, '{}')
  assert.is((await run(policyCommand, of, '--out', out, '--check')).ok, false)
  assert.is(read(out), '{}')
})

test('--check of a path that cannot be read', async ({ folder }) => {
  mkdirSync(join(folder, 'main.tf'))
  assert.match(
    (await refusal(emitCommand, of, '--format', 'terraform', '--out', folder, '--check')).message,
    'main.tf cannot be read',
  )
})

test('options that go together with nothing are refused', async () => {
  const says = async (expected: string, ...args: string[]) => {
    const error = await refusal(emitCommand, of, ...args)
    assert.is(error.name, 'UsageError')
    assert.match(error.message, expected)
  }
  await says('choose a folder with --out', '--format', 'terraform')
  await says('compares with a file on disk: name it with --out', '--check')
  await says('--name: only for --format', '--name', 'n')
  await says('--functions: only for --format terraform', '--functions')
  await says('--extend: only for --format', '--extend', 'x.yaml', '--format', 'terraform')
  await says('--exports: only for --format', '--exports')
  await says('--name "a b": a machine', '--name', 'a b', '--format', 'sam')
  await says('--schedule "daily"', '--schedule', 'daily', '--format', 'sam')
  await says('--format pdf: expected one of asl', '--format', 'pdf')
})

test('functions without an entry are told, and nothing is written', async ({ folder }) => {
  const error = await refusal(emitCommand, of, '--format', 'terraform', '--functions', '--out', folder)
  assert.is(error.name, 'DeployError')
  assert.match(error.message, 'no entry for any of the functions "g", "x", "y", "z"')
  assert.equal(readdirSync(folder), [])
})

test('a second workflow is not written over the first', async ({ folder }) => {
  const other = join(folder, 'other.ts')
  writeFileSync(other, `export { shop as default } from '${process.cwd()}/${module}'`)
  for (const [format, name] of [
    ['terraform', 'main.tf'],
    ['sam', 'template.yaml'],
    ['cloudformation', 'template.yaml'],
  ] as const) {
    const out = join(folder, format, '/')
    await run(emitCommand, of, '--format', format, '--out', out)
    await run(emitCommand, of, '--format', format, '--out', out)
    const before = read(out, name)
    const error = await refusal(emitCommand, other, '--format', format, '--out', out)
    assert.match(error.message, /nothing was written: .* comes from .*shop\.ts#shop, not from \.\.\/other\.ts/)
    assert.is(read(out, name), before)
  }
})

test('nothing is written over a file that a person wrote', async ({ folder }) => {
  for (const [format, out, name] of [
    ['terraform', '', 'main.tf'],
    ['sam', '', 'template.yaml'],
    ['cloudformation', 'own.yaml', 'own.yaml'],
  ] as const) {
    const path = join(folder, name)
    writeFileSync(path, '# mine\n')
    const error = await refusal(emitCommand, of, '--format', format, '--out', join(folder, out, out === '' ? '/' : ''))
    assert.match(error.message, new RegExp(`nothing was written: .*${name} was not written by orkestra`))
    assert.is(read(path), '# mine\n')
    // There is nothing to lose in an empty one.
    writeFileSync(path, '')
    await run(emitCommand, of, '--format', format, '--out', join(folder, out, out === '' ? '/' : ''))
    rmSync(path)
  }
})

test('what a person adds to a template is merged into it', async ({ folder }) => {
  const extend = join(folder, 'extend.yaml')
  writeFileSync(
    extend,
    'Resources:\n  xArn:\n    Type: AWS::SSM::Parameter\n    Properties:\n      Value: !GetAtt Role.Arn\nOutputs:\n  Role:\n    Value: !Ref Role\n',
  )
  const { text } = await run(emitCommand, of, '--format', 'cloudformation', '--extend', extend, '--exports')
  const template = parse(text)
  assert.equal(Object.keys(template.Parameters), ['gArn', 'yArn', 'zArn'])
  assert.equal(template.Resources.xArn.Properties.Value, { 'Fn::GetAtt': ['Role', 'Arn'] })
  assert.equal(template.Outputs.Role.Value, { Ref: 'Role' })
  assert.equal(template.Outputs.RoleArn.Export, { Name: { 'Fn::Sub': '${AWS::StackName}-RoleArn' } })
  const attempt = async (content: string) => {
    writeFileSync(extend, content)
    return (await refusal(emitCommand, of, '--format', 'sam', '--extend', extend)).message
  }
  assert.match(await attempt('Resorces: {}'), 'there is no section "Resorces". Did you mean "Resources"?')
  assert.match(await attempt('- 1'), 'it holds no sections')
  assert.match(await attempt('Resources: 1'), 'Resources is not an object')
  assert.match(await attempt('a: ['), 'the text is not YAML')
})

test('a place that cannot be written to is told', async ({ folder }) => {
  writeFileSync(join(folder, 'file'), '')
  const error = await refusal(manifestCommand, of, '--out', join(folder, 'file', 'manifest.json'))
  assert.is(error.name, 'UsageError')
  assert.match(error.message, 'nothing was written: ')
})

test('when one of several files cannot be written, none is', ({ folder }) => {
  writeFileSync(join(folder, 'a'), 'before')
  mkdirSync(join(folder, 'c'))
  const files = new Map(['a', 'b', 'c'].map((name) => [join(folder, name), 'after']))
  assert.throws(() => writeAll(files), /nothing was written: .*c is a folder/)
  assert.equal(readdirSync(folder).sort(), ['a', 'c'])
  assert.is(read(folder, 'a'), 'before')
})

test('and when one of them cannot be put in its place, the others are put back', ({ folder }) => {
  writeFileSync(join(folder, 'a'), 'before')
  // To make room for the last one, a folder takes the place of the one before it.
  const files = new Map(['a', 'b', 'b/c'].map((name) => [join(folder, name), 'after']))
  assert.throws(() => writeAll(files), /nothing was written: /)
  assert.is(read(folder, 'a'), 'before')
  assert.equal(readdirSync(folder), ['a'])
})

test('manifest prints the functions', async () => {
  const functions = JSON.parse((await run(manifestCommand, of, '--root', 'packages')).text)
  assert.equal(
    functions.map(({ key }: { key: string }) => key),
    ['g', 'x', 'y', 'z'],
  )
})

test('policy reads a definition as well, and tells on standard error what it leaves open', async ({ folder }) => {
  const path = join(folder, 'machine.asl.yaml')
  writeFileSync(
    path,
    toYaml({
      StartAt: 'A',
      States: {
        A: {
          Type: 'Task',
          Resource: 'arn:aws:states:::lambda:invoke',
          Parameters: { 'FunctionName.$': '$.f' },
          Next: 'B',
        },
        B: { Type: 'Task', Resource: 'arn:aws:states:::glue:startJobRun', Parameters: { JobName: 'j' }, End: true },
      },
    }),
  )
  const { text, note, ok } = await run(policyCommand, path, '--region', 'eu-west-1', '--account', '123456789012')
  assert.ok(ok)
  assert.equal(JSON.parse(text).Statement[0].Resource, ['arn:aws:glue:eu-west-1:123456789012:job/j'])
  assert.match(`${note}`, 'not granted: lambda:InvokeFunction for the state "A": FunctionName is known only to')
})

test('policy of what is no definition', async ({ folder }) => {
  const path = join(folder, 'a.json')
  assert.match((await refusal(policyCommand, path)).message, 'there is no file')
  writeFileSync(path, '{"StartAt":')
  assert.match((await refusal(policyCommand, path)).message, 'ASL001')
  writeFileSync(path, '{"StartAt":"A","States":{}}')
  assert.is((await refusal(policyCommand, path)).name, 'AslError')
})

test('a policy that is more than a role can hold goes into a folder, in parts', async ({ folder }) => {
  const definition = join(folder, 'large.asl.json')
  const graph = parAll(Array.from({ length: 200 }, (_, i) => task(`function${i}`)))
  writeFileSync(definition, toText(emit(graph)))
  const file = await refusal(policyCommand, definition)
  assert.match(file.message, /several files/)
  const out = join(folder, 'policies')
  const { note } = await run(policyCommand, definition, '--out', out)
  const parts = readdirSync(out)
  assert.ok(parts.includes('policy.json') && parts.includes('policy-2.json'))
  assert.match(`${note}`, /attach the others as managed policies/)
  const all = parts.map((part) => read(out, part)).join('')
  for (let i = 0; i < 200; i += 1) assert.ok(all.includes(`"\${function${i}}"`), `function${i}`)
})

test.run()
