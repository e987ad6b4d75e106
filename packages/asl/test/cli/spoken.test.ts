/** Messages on the command line name its options, not the properties of the library. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { spoken } from '../../src/cli/spoken.ts'
import { emitDiagnostics } from '../../src/emit/codes.ts'
import { orkestra, root } from '../orkestra.ts'

const test = suite('orkestra, in the words of the command line')
const folder = mkdtempSync(join(tmpdir(), 'orkestra-spoken-'))
test.after(() => rmSync(folder, { recursive: true, force: true }))
mkdirSync(join(folder, 'node_modules'))
symlinkSync(join(root, 'node_modules/@orkestra'), join(folder, 'node_modules/@orkestra'))
writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
writeFileSync(
  join(folder, 'workflow.ts'),
  `import { activity, multiply, pass, seq, task } from '@orkestra/core'
export const product = seq(task('price'), pass((o) => ({ total: multiply(o.a, o.b) })))
export const worker = activity('arn:aws:states:eu-west-1:123456789012:activity:pack', { name: 'pack' })
export const price = task('price')
`,
)
const queue = {
  Type: 'Task',
  Resource: 'arn:aws:states:::sqs:sendMessage',
  Parameters: { QueueUrl: 'q', MessageBody: 'm' },
  End: true,
}
writeFileSync(join(folder, 'queue.asl.json'), JSON.stringify({ StartAt: 'Send', States: { Send: queue } }))

/** Words of the library that no message on the command line may hold. */
const properties =
  /queryLanguage|functionArn|limits: false|type: "STANDARD"|run\(graph|execute\(definition|definitionUri/

for (const [code, { hint }] of Object.entries(emitDiagnostics))
  test(`the hint of ${code}`, () => assert.not.match(spoken(hint), properties))

const failing: readonly (readonly [args: readonly string[], says: string])[] = [
  [['emit', 'workflow.ts#product'], '--query-language jsonata'],
  [['emit', 'workflow.ts#worker', '--type', 'express'], '--type standard'],
  [['run', 'workflow.ts#price'], `--tasks '{"price": …}'`],
  [['run', 'queue.asl.json'], `--tasks '{"arn:aws:states:::sqs:sendMessage": …}'`],
]
for (const [args, says] of failing)
  test(args.join(' '), async () => {
    const { code, stderr } = await orkestra(args, { cwd: folder })
    assert.ok(code === 1 || code === 2, stderr)
    assert.ok(stderr.includes(says), stderr)
    assert.not.match(stderr, properties)
    assert.not.match(stderr, /orkestra (\w+): \1:/)
  })

test('a task is answered by what --tasks says of it, and so is a service', async () => {
  const answered = await orkestra(['run', 'workflow.ts#price', '--tasks', '{"price":{"cents":7}}', '--json'], {
    cwd: folder,
  })
  assert.equal(JSON.parse(answered.stdout).output, { cents: 7 })
  const tasks = '{"arn:aws:states:::sqs:sendMessage":{"MessageId":"1"}}'
  const sent = await orkestra(['run', 'queue.asl.json', '--tasks', tasks, '--json'], { cwd: folder })
  assert.equal(JSON.parse(sent.stdout).output, { MessageId: '1' })
})

test('explain prints the page of a code, however it is written, and lists all codes', async () => {
  const page = await orkestra(['explain', 'asl31'])
  assert.match(page.stdout, /^# ASL031\n[^]*## Bad[^]*## Good/)
  const all = await orkestra(['explain'])
  for (const code of ['ASL001', 'ASL240', ...Object.keys(emitDiagnostics)])
    assert.match(all.stdout, new RegExp(`^${code}  `, 'm'))
  const unknown = await orkestra(['explain', 'ASL3O1'])
  assert.is(unknown.code, 2)
  assert.match(unknown.stderr, 'Did you mean "ASL301"?')
})

test('--version prints the version of the packages', async () => {
  const { code, stdout } = await orkestra(['--version'])
  assert.is(code, 0)
  assert.match(stdout, /^\d+\.\d+\.\d+\n$/)
})

test.run()
