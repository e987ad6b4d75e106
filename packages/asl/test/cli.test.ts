/** The command line, from outside: arguments in; standard output, standard error and an exit code out. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { emit, toText } from '@orkestra/asl'
import { toDot, toMermaid } from '@orkestra/core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { shop } from './fixtures/shop.ts'

const test = suite('orkestra')

interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

const root = fileURLToPath(new URL('../../../', import.meta.url))
const node = ['--conditions=@orkestra/source', '--import', 'tsx', 'packages/asl/src/cli/main.ts']

const start = (args: readonly string[], input: string): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...node, ...args], { cwd: root })
    const ended = { stdout: '', stderr: '' }
    child.stdout.on('data', (chunk) => {
      ended.stdout += chunk
    })
    child.stderr.on('data', (chunk) => {
      ended.stderr += chunk
    })
    child.on('error', reject)
    child.on('close', (code) => resolve({ ...ended, code }))
    child.stdin.end(input)
  })

// A process takes about a second to start, so a few run side by side, before the tests look at what came of them.
const waiting: (() => Promise<void>)[] = []
const orkestra = (args: readonly string[], input = ''): Promise<Ended> =>
  new Promise((resolve, reject) => waiting.push(() => start(args, input).then(resolve, reject)))
const workThrough = async (): Promise<void> => {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await next()
}

const fixtures = 'packages/asl/test/fixtures'
const of = (name: string) => `${fixtures}/shop.ts#${name}`

/** A test of one call. */
const call = (name: string, args: readonly string[], check: (ended: Ended) => void, input?: string): void => {
  const ended = orkestra(args, input)
  test(`${name}: orkestra ${args.join(' ').replaceAll(`${fixtures}/`, '')}`, async () => check(await ended))
}
const prints =
  (expected: string) =>
  ({ code, stdout, stderr }: Ended) => {
    assert.is(stdout, expected)
    assert.is(stderr, '')
    assert.is(code, 0)
  }
/** A mistake of the call: nothing on standard output, no stack trace, exit code 2. */
const refuses =
  (message: string | RegExp) =>
  ({ code, stdout, stderr }: Ended) => {
    assert.match(stderr, message)
    assert.is(stdout, '')
    assert.is(code, 2)
  }

const indented = { indent: 2 }

call('emit', ['emit', of('shop')], prints(`${toText(emit(shop), indented)}\n`))
call(
  'emit, with options',
  ['emit', of('shop'), '--query-language', 'jsonata', '--type', 'express', '--comment', 'c', '--indent', '0'],
  prints(`${toText(emit(shop, { queryLanguage: 'JSONata', type: 'EXPRESS', comment: 'c' }))}\n`),
)
call('emit, of the only workflow', ['emit', `${fixtures}/single.ts`], ({ code, stdout }) => {
  assert.is(JSON.parse(stdout).StartAt, 'only')
  assert.is(code, 0)
})
call('emit, of the default export', ['emit', `${fixtures}/default.ts`], ({ stdout }) =>
  assert.is(JSON.parse(stdout).StartAt, 'main'),
)
call('emit, of the default export by name', ['emit', `${fixtures}/default.ts#default`], ({ stdout }) =>
  assert.is(JSON.parse(stdout).StartAt, 'main'),
)
call('emit, of a JavaScript module', ['emit', `${fixtures}/plain.js#workflow`], ({ stdout }) =>
  assert.is(JSON.parse(stdout).StartAt, 'plain'),
)
call('emit, of a workflow with issues', ['emit', of('tooLong')], ({ code, stdout, stderr }) => {
  assert.match(stderr, /^orkestra emit: the definition is not valid\.\nerror ASL020 at \/States\/w+: /)
  assert.is(stdout, '')
  assert.is(code, 1)
})

call(
  'emit, as Terraform, of functions that live elsewhere',
  ['emit', of('shop'), '--format', 'terraform', '--functions', '--out', 'nowhere'],
  ({ code, stdout, stderr }) => {
    assert.match(stderr, /^orkestra emit: the workflow cannot be deployed\.\nno entry for any of the functions /)
    assert.is(stdout, '')
    assert.is(code, 1)
  },
)
call(
  'emit, of what no role can be allowed',
  ['emit', `${fixtures}/enormous.ts`, '--format', 'cloudformation', '--out', 'nowhere.json'],
  ({ code, stdout, stderr }) => {
    assert.match(
      stderr,
      /^orkestra emit: the workflow cannot be deployed\.\na role with \d+ characters of policy needs/,
    )
    assert.is(stdout, '')
    assert.is(code, 1)
  },
)
call(
  'emit, with --check of what is not there',
  ['emit', of('shop'), '--out', 'nowhere.json', '--check'],
  ({ code, stdout }) => {
    assert.match(stdout, 'nowhere.json is stale')
    assert.is(code, 1)
  },
)
// To write it again would replace the template.
call(
  'emit, with --check of a machine in a template that is another',
  ['emit', of('shop'), '--out', `${fixtures}/two.yaml`, '--machine', 'Orders', '--check'],
  ({ code, stdout }) => {
    assert.match(stdout, /two\.yaml is stale: the definition of Orders there is not that of the workflow\.\n$/)
    assert.is(code, 1)
  },
)
call('policy', ['policy', of('shop')], ({ code, stdout }) => {
  assert.is(JSON.parse(stdout).Statement.length, 1)
  assert.is(code, 0)
})

call('draw', ['draw', of('shop')], prints(toMermaid(shop)))
call('draw, as DOT', ['draw', of('shop'), '--format', 'DOT'], prints(toDot(shop)))

call(
  'run: a table of the states, and the output',
  ['run', of('shop'), '--input', '{"n":1}'],
  ({ code, stdout, stderr }) => {
    const rows = stdout.split('\n').flatMap((line) =>
      line.startsWith('│')
        ? [
            line
              .split('│')
              .slice(1, -1)
              .map((cell) => cell.trimEnd().slice(1)),
          ]
        : [],
    )
    assert.equal(rows, [
      ['state', 'input', 'output', 'attempts', 'time'],
      ['x', '{"n":1}', '2', '       1', ' 0 s'],
      ['y', '2', '20', '       1', ' 0 s'],
      ['Parallel z, g', '20', '[{"Error":"OutOfStock","Cause":"{\\"errorTyp…', '', ' 0 s'],
      ['  z', '20', '✗ OutOfStock: no 20', '       1', ' 0 s'],
      ['', '', '→ caught', '', ''],
      ['  g', '20', '"g of 20"', '       1', ' 0 s'],
      [
        '  z_failed',
        '{"Error":"OutOfStock","Cause":"{\\"errorType…',
        '{"Error":"OutOfStock","Cause":"{\\"errorType…',
        '',
        ' 0 s',
      ],
    ])
    assert.match(stdout, /\nSUCCEEDED\noutput: \[\n {2}\{\n {4}"Error": "OutOfStock",\n/)
    assert.is(stderr, '')
    assert.is(code, 0)
  },
)
call(
  'run, with the whole execution as JSON',
  ['run', of('shop'), '--input', `${fixtures}/input.json`, '--json'],
  ({ code, stdout }) => {
    const { status, output, history } = JSON.parse(stdout)
    assert.is(status, 'SUCCEEDED')
    assert.is(output[0].Error, 'OutOfStock')
    assert.is(output[1], 'g of 50')
    assert.is(history[0].type, 'ExecutionStarted')
    assert.is(code, 0)
  },
)
call('run, of a workflow that fails', ['run', of('failing'), '--input', '{}'], ({ code, stdout, stderr }) => {
  assert.match(stdout, '✗ OutOfStock: no 1')
  assert.match(stdout, '\nFAILED\nerror: OutOfStock\ncause: {"errorType":"OutOfStock","errorMessage":"no 1"')
  assert.is(stderr, '')
  assert.is(code, 1)
})
call('run, of a workflow that fails, as JSON', ['run', of('failing'), '--json'], ({ code, stdout }) => {
  assert.is(JSON.parse(stdout).error, 'OutOfStock')
  assert.is(code, 1)
})
call('run, with a long output cut in the table and whole under it', ['run', of('long')], ({ stdout }) => {
  assert.match(stdout, `│ "${'w'.repeat(42)}… │`)
  assert.match(stdout, `output: "${'w'.repeat(100)}"`)
})
call('run, on the real clock', ['run', of('echo'), '--clock', 'real', '--input', '7'], ({ code, stdout }) => {
  assert.match(stdout, 'SUCCEEDED\noutput: 7\n')
  assert.is(code, 0)
})
const echoes =
  (input: string) =>
  ({ code, stdout }: Ended) => {
    // A function gets an empty object for null, as Step Functions sends it.
    assert.equal(JSON.parse(stdout).output, JSON.parse(input) ?? {})
    assert.is(code, 0)
  }
for (const input of ['[1]', '-5', ' null '])
  call('run, with JSON as the input', ['run', of('echo'), '--json', `--input=${input}`], echoes(input))
call('run, without an input', ['run', of('echo'), '--json'], echoes('{}'))
call(
  'run, with the input from standard input',
  ['run', of('echo'), '--json', '--input', '-'],
  echoes('{"from":"stdin"}'),
  '{"from":"stdin"}',
)

const usage = 'orkestra: typed workflows for AWS Step Functions'
for (const args of [['help'], ['--help'], ['-h']])
  call('help', args, ({ code, stdout }) => {
    assert.match(stdout, usage)
    for (const command of ['init', 'emit', 'draw', 'run']) assert.match(stdout, `\n  ${command} `)
    assert.match(stdout, 'A two-minute tour')
    assert.is(code, 0)
  })
for (const args of [
  ['help', 'draw'],
  ['draw', 'a.ts', '--help'],
])
  call('help of a command', args, ({ code, stdout }) => {
    assert.match(
      stdout,
      /^orkestra draw: .*\n\nusage: orkestra draw <module>\[#export\]\|<definition> \[--format mermaid\|dot\|svg\|html\]/,
    )
    assert.match(stdout, 'Exit codes: 0')
    assert.is(code, 0)
  })
call('no command', [], ({ code, stdout }) => {
  assert.match(stdout, usage)
  assert.is(code, 2)
})
call(
  'a command that there is none of',
  ['deploy'],
  refuses(/^orkestra: there is no command "deploy"\. There are init, emit, .*\n$/),
)
call('a command of every object', ['constructor'], refuses('there is no command "constructor"'))
call('no file', ['emit', 'nowhere.ts'], refuses('orkestra emit: there is no file nowhere.ts.\n'))
call('a folder', ['emit', fixtures], refuses(`${fixtures} is a folder; name a module: `))
call(
  'no export of that name',
  ['emit', of('shopp')],
  refuses('has no export "shopp". Did you mean "shop"? Its workflows: echo, elsewhere, failing, long, shop, tooLong.'),
)
call(
  'an export that is not a workflow',
  ['emit', of('text')],
  refuses('the export "text" of packages/asl/test/fixtures/shop.ts is not a workflow but a string.'),
)
call('an export that is null', ['emit', of('nothing')], refuses('is not a workflow but null.'))
call(
  'several workflows',
  ['draw', `${fixtures}/shop.ts`],
  refuses(/exports several workflows; choose one: .*shop\.ts#shop/),
)
call('no workflow', ['draw', `${fixtures}/none.ts`], refuses('none.ts exports no workflow.'))
call('no workflow, by name', ['draw', `${fixtures}/none.ts#helper`], refuses('Its workflows: none.'))
call('a workflow beside a handler without a name', ['emit', `${fixtures}/nameless.ts`], ({ code, stdout }) => {
  assert.is(code, 0)
  assert.is(JSON.parse(stdout).StartAt, 'x')
})
call(
  'a handler without a name',
  ['emit', `${fixtures}/nameless.ts#handler`],
  refuses('fixtures/nameless.ts#handler: compose: a step needs a name\n'),
)
call(
  'a default export that is missing',
  ['draw', `${fixtures}/single.ts#default`],
  refuses('has no export "default". Its workflows: only.'),
)
call(
  'a module that throws',
  ['emit', `${fixtures}/throws.ts`],
  refuses(
    /^orkestra emit: .*throws\.ts cannot be loaded: .*fixtures\/throws\.ts:\d+:\d+: Error: the module is broken\n$/,
  ),
)
call(
  'a module that throws what is no error',
  ['emit', `${fixtures}/throws-text.ts`],
  refuses('cannot be loaded: a mere text\n'),
)
call(
  'an option that there is none of',
  ['emit', of('shop'), '--colour'],
  refuses('orkestra emit: there is no option --colour. orkestra emit --help shows all.\n'),
)
call(
  'a query language that there is none of',
  ['emit', of('shop'), '--query-language', 'xpath'],
  refuses('--query-language xpath: expected one of JSONPath, JSONata.'),
)
call(
  'a format that there is none of',
  ['draw', of('shop'), '--format', 'png'],
  refuses('--format png: expected one of mermaid, dot, svg, html.'),
)
call(
  'an indent that is too wide',
  ['emit', of('shop'), '--indent', '11'],
  refuses('--indent 11: expected a number of spaces from 0 to 10.'),
)
call('no module', ['draw'], refuses('orkestra draw: usage: orkestra draw <module>[#export]|<definition>'))
call('two modules', ['draw', 'a.ts', 'b.ts'], refuses('orkestra draw: usage: orkestra draw'))
call(
  'an input that is not JSON',
  ['run', of('echo'), '--input', '{"n":'],
  refuses('orkestra run: --input {"n":: not JSON: '),
)
call(
  'an input file that there is none of',
  ['run', of('echo'), '--input', 'nowhere.json'],
  refuses('--input nowhere.json: ENOENT'),
)
call('a task without a handler', ['run', of('elsewhere')], refuses('orkestra run: no handler for "elsewhere".'))

call(
  'a definition with a mistake',
  ['validate', '-'],
  ({ code, stdout, stderr }) => {
    assert.is(code, 1)
    assert.is(stderr, '')
    assert.match(stdout, '<stdin>:1:25 /States')
    assert.match(stdout, 'error ASL007: States is empty.')
  },
  '{"StartAt":"A","States":{}}',
)
call(
  'a definition without one',
  ['validate', '-'],
  prints('1 definition in 1 file, no issue.\n'),
  '{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}',
)
call(
  'a file that there is none of',
  ['validate', 'nowhere.asl.json'],
  refuses('orkestra validate: there is no file nowhere.asl.json.'),
)

await Promise.all(Array.from({ length: 3 }, workThrough))

test.run()
