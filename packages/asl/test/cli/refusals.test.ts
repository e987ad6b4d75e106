/** Bad input, as a table: what is written, what is called, and what is said. Nothing of it leaves a file behind. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Ended, orkestra, root } from '../orkestra.ts'

const test = suite('orkestra, refusing')

const good = "import { seq, task } from '@orkestra/core'\nexport const orders = seq(task('x'), task('y'))\n"

const machine = '{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}'
const two = `Resources:
  Orders: { Type: AWS::Serverless::StateMachine, Properties: { Definition: ${machine} } }
  Refunds: { Type: AWS::Serverless::StateMachine, Properties: { Definition: ${machine} } }
`

interface Case {
  readonly name: string
  readonly args: readonly string[]
  readonly files?: Readonly<Record<string, string>>
  readonly says: string | RegExp
  /** 2: the call is at fault, or the module that it names. 1: the workflow is. */
  readonly code?: 1 | 2
}

const cases: readonly Case[] = [
  { name: 'no file', args: ['emit', 'nowhere.ts'], says: 'orkestra emit: there is no file nowhere.ts.\n' },
  {
    name: 'a folder for a module',
    args: ['emit', 'src'],
    files: { 'src/a.ts': good },
    says: 'src is a folder; name a module',
  },
  {
    name: 'no export of that name',
    args: ['emit', 'a.ts#order'],
    files: { 'a.ts': good },
    says: 'a.ts has no export "order". Did you mean "orders"? Its workflows: orders.\n',
  },
  {
    name: 'a name of every object',
    args: ['emit', 'a.ts#constructor'],
    files: { 'a.ts': good },
    says: 'a.ts has no export "constructor".',
  },
  {
    name: 'an export that is something else',
    args: ['emit', 'a.ts#rate'],
    files: { 'a.ts': `${good}export const rate = 0.19\n` },
    says: 'the export "rate" of a.ts is not a workflow but a number. Its workflows: orders.',
  },
  {
    name: 'a function that nobody composed',
    args: ['emit', 'a.ts'],
    files: { 'a.ts': 'export async function handler() {}\nexport const other = 1\n' },
    says: 'a.ts exports no workflow. It exports: handler, other.',
  },
  {
    name: 'nothing exported',
    args: ['draw', 'a.ts'],
    files: { 'a.ts': 'const a = 1\n' },
    says: 'a.ts exports no workflow. It exports: none.',
  },
  {
    name: 'a module that throws',
    args: ['emit', 'a.ts'],
    files: { 'a.ts': "\nthrow new RangeError('too much')\n" },
    says: /^orkestra emit: a\.ts cannot be loaded: a\.ts:2:\d+: RangeError: too much\n$/,
  },
  {
    name: 'an imported module that throws',
    args: ['emit', 'a.ts'],
    files: { 'a.ts': "import './lib/b.ts'\n", 'lib/b.ts': "\n\nthrow new Error('deep')\n" },
    says: /a\.ts cannot be loaded: lib\/b\.ts:3:\d+: Error: deep\n$/,
  },
  {
    name: 'a module that throws what is no error',
    args: ['emit', 'a.ts'],
    files: { 'a.ts': "throw 'a mere text'\n" },
    says: 'a.ts cannot be loaded: a mere text\n',
  },
  {
    name: 'a syntax error',
    args: ['emit', 'a.ts'],
    files: { 'a.ts': 'export const a = 1\nexport const x: number = = 3\n' },
    says: /a\.ts cannot be loaded: a\.ts:2:\d+: syntax error: Unexpected token\n$/,
  },
  {
    name: 'a syntax error in an imported module',
    args: ['draw', 'a.ts', '--watch=yes'],
    says: /orkestra draw: .*--watch/,
  },
  {
    name: 'a syntax error further in',
    args: ['draw', 'a.ts'],
    files: { 'a.ts': "import './b.ts'\n", 'b.ts': 'const = 1\n' },
    says: /a\.ts cannot be loaded: b\.ts:1:\d+: syntax error: /,
  },
  {
    name: 'what a combinator refuses',
    args: ['emit', 'a.ts'],
    files: { 'a.ts': "import { seq, task } from '@orkestra/core'\n\nexport const w = seq(task('x'), 7 as never)\n" },
    says: /a\.ts cannot be loaded: a\.ts:3:\d+: TypeError: .*expected a step/,
  },
  {
    name: 'an import of no file',
    args: ['emit', 'a.ts'],
    files: { 'a.ts': "import './nowhere.ts'\n" },
    says: "a.ts cannot be loaded: a.ts: Cannot find module './nowhere.ts'.\n",
  },
  {
    name: 'an import of no package',
    args: ['emit', 'a.ts'],
    files: { 'a.ts': "import 'no-such-package'\n" },
    says: "a.ts cannot be loaded: a.ts: Cannot find module 'no-such-package'. Is it installed?\n",
  },
  {
    name: 'placeholders that two functions would share',
    args: ['emit', 'a.ts', '--out', 'a.json'],
    files: { 'a.ts': "import { seq, task } from '@orkestra/core'\nexport default seq(task('a-b'), task('ab'))\n" },
    says: /the definition is not valid\.\nerror ASL301 at the definition: the functions "a-b" and "ab" have the same placeholder \$\{ab\}\n/,
    code: 1,
  },
  {
    name: 'the same, drawn as a page',
    args: ['draw', 'a.ts', '--out', 'a.html'],
    files: { 'a.ts': "import { seq, task } from '@orkestra/core'\nexport default seq(task('a-b'), task('ab'))\n" },
    says: 'error ASL301',
    code: 1,
  },
  {
    name: 'a drawing that nobody could read',
    args: ['draw', 'a.ts', '--out', 'a.svg'],
    files: {
      'a.ts':
        "import { seqAll, task } from '@orkestra/core'\nexport default seqAll(Array.from({ length: 2000 }, (_, i) => task(`s${i}`)) as never)\n",
    },
    says: 'orkestra draw: a drawing of 2002 shapes cannot be read',
  },
  {
    name: 'a title where there is none',
    args: ['draw', 'a.ts', '--title', 't'],
    files: { 'a.ts': good },
    says: '--title: only for --format svg and html, not mermaid.',
  },
  {
    name: 'a file where a folder is to be',
    args: ['emit', 'a.ts', '--out', 'b/out.json'],
    files: { 'a.ts': good, b: '' },
    says: 'orkestra emit: nothing was written: ',
  },
  {
    name: 'a folder where one of the files is to be',
    args: ['emit', 'a.ts', '--format', 'terraform', '--out', 'infra'],
    files: { 'a.ts': good, 'infra/main.tf/kept': '' },
    says: /nothing was written: infra\/main\.tf is a folder\n$/,
  },
  {
    name: 'several files on standard output',
    args: ['emit', 'a.ts', '--format', 'terraform'],
    files: { 'a.ts': good },
    says: 'choose a folder with --out <folder>.',
  },
  {
    name: 'an input that is not JSON',
    args: ['run', 'a.ts', '--input', '{'],
    files: { 'a.ts': good },
    says: '--input {: not JSON: ',
  },
  {
    name: 'a definition that is half-written',
    args: ['run', 'a.json'],
    files: { 'a.json': '{"StartAt":' },
    says: 'error ASL001 at the definition (1:12): the text is not JSON',
    code: 1,
  },
  {
    name: 'a definition that is a folder',
    args: ['run', 'a.json'],
    files: { 'a.json/b': '' },
    says: 'a.json is a folder',
  },
  { name: 'a definition that is not there', args: ['draw', 'a.asl.json'], says: 'there is no file a.asl.json.' },
  {
    name: 'a machine that there is none of',
    args: ['policy', 't.yaml', '--machine', 'Order'],
    files: { 't.yaml': two },
    says: 't.yaml has no machine "Order". Did you mean "Orders"? It has Orders, Refunds.',
  },
  {
    name: 'several machines where one is drawn',
    args: ['draw', 't.yaml'],
    files: { 't.yaml': two },
    says: 't.yaml has several machines; choose one: --machine Orders, --machine Refunds.',
  },
  {
    name: 'several machines where one is compared',
    args: ['emit', 'a.ts#orders', '--check', '--out', 't.yaml'],
    files: { 'a.ts': good, 't.yaml': two },
    says: 't.yaml has several machines; choose one: --machine Orders, --machine Refunds.',
  },
  {
    name: 'a definition where a module is wanted',
    args: ['emit', 'm.asl.yaml'],
    files: { 'm.asl.yaml': machine },
    says: 'm.asl.yaml is no TypeScript or JavaScript module. What holds a definition already is read by validate',
  },
  {
    name: 'a template without machines',
    args: ['run', 't.yaml'],
    files: { 't.yaml': 'Resources: { T: { Type: AWS::SNS::Topic } }\n' },
    says: 't.yaml has no state machine definition.',
  },
  {
    name: 'a history that is none',
    args: ['draw', 'm.asl.json', '--execution', 'h.json', '--format', 'svg'],
    files: { 'm.asl.json': machine, 'h.json': '{"events":[]}' },
    says: '--execution: h.json contains no execution history',
  },
  {
    name: 'an execution where nothing shows it',
    args: ['draw', 'm.asl.json', '--execution', 'h.json'],
    files: { 'm.asl.json': machine },
    says: '--execution: only for --format svg and html, not mermaid.',
  },
  { name: 'no name for a project', args: ['init', '', '--target', 'cdk'], says: 'name a folder for the project' },
  {
    name: 'a module that awaits what does not come',
    args: ['emit', 'a.ts'],
    files: { 'a.ts': 'await new Promise(() => {})\nexport const a = 1\n' },
    says: 'a module never finished loading',
  },
  {
    name: 'a module that throws what has no text',
    args: ['emit', 'a.ts'],
    files: { 'a.ts': 'throw Object.create(null)\n' },
    says: 'a.ts cannot be loaded: it throws a value that has no text',
  },
  {
    name: 'escape characters in a name',
    args: ['draw', 'a\u001b[31m.json'],
    says: 'there is no file a\\u001b[31m.json.',
  },
  {
    name: 'an option that there is none of',
    args: ['emit', 'a.ts', '--ot', 'x'],
    says: 'there is no option --ot. Did you mean "--out"?',
  },
  { name: 'a short option', args: ['emit', '-x'], says: 'there is no option -x.' },
  {
    name: 'an option without its value',
    args: ['emit', 'a.ts', '--out'],
    says: "orkestra emit: Option '--out <value>' argument missing\n",
  },
  {
    name: 'a command that is misspelt',
    args: ['drwa', 'a.ts'],
    says: /^orkestra: there is no command "drwa"\. Did you mean "draw"\?/,
  },
  { name: 'a shell that there is none of', args: ['completion', 'csh'], says: 'csh: expected one of bash, zsh, fish.' },
  { name: 'no shell', args: ['completion'], says: 'usage: orkestra completion bash|zsh|fish\n' },
  {
    name: 'no target',
    args: ['init', 'p'],
    says: 'choose a deployment tool: --target terraform|cloudformation|sam|cdk.',
  },
  {
    name: 'a target that there is none of',
    args: ['init', 'p', '--target', 'terrafrom'],
    says: 'Did you mean "terraform"?',
  },
  {
    name: 'a project in a file',
    args: ['init', 'p', '--target', 'cdk'],
    files: { p: '' },
    says: 'orkestra init: p is a file.',
  },
  {
    name: 'a name that AWS would not take',
    args: ['init', 'p', '--target', 'cdk', '--name', 'A b'],
    says: '--name A b: use lower-case letters',
  },
  {
    name: 'a folder that gives no name',
    args: ['init', '注文', '--target', 'cdk'],
    says: 'cannot derive a name from 注文: set one with --name.',
  },
  {
    name: 'a project over files',
    args: ['init', 'p', '--target', 'sam'],
    files: { 'p/README.md': 'mine', 'p/src/workflow.ts': 'mine' },
    says: /these files already exist:\n( {2}p\/\S+\n){2}Use an empty folder/,
  },
  {
    name: 'a placeholder of a number has no value',
    args: ['run', 'm.json.tftpl'],
    files: { 'm.json.tftpl': '{"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":${wait},"End":true}}}' },
    says: /Set the placeholders of the file: --substitutions '\{"wait":"…"\}'/,
  },
]

const everything = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()

const attempt = async ({
  args,
  files = {},
}: (typeof cases)[number]): Promise<Ended & { before: readonly string[]; after: readonly string[] }> => {
  const folder = mkdtempSync(join(tmpdir(), 'orkestra-refusal-'))
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
    mkdirSync(join(folder, 'node_modules'))
    symlinkSync(join(root, 'node_modules/@orkestra'), join(folder, 'node_modules/@orkestra'))
    const before = everything(folder)
    const ended = await orkestra(args, { cwd: folder })
    return { ...ended, before, after: everything(folder) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

for (const one of cases)
  test(`${one.name}: orkestra ${one.args.join(' ')}`, async () => {
    const { stderr, stdout, code, before, after } = await attempt(one)
    assert.match(stderr, one.says)
    assert.not.match(stderr, /\n {4}at /)
    assert.is(stdout, '')
    assert.is(code, one.code ?? 2)
    assert.equal(after, before)
  })

test.run()
