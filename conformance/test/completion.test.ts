/** The completion of real shells: bash, zsh and fish, where the machine has them. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { commands } from '../../packages/asl/src/cli/commands.ts'
import { scripts } from '../../packages/asl/src/cli/completion/scripts.ts'
import { ended } from '../oracles/spawned.ts'

const test = suite('completion')

const has = (shell: string): boolean => spawnSync(shell, ['--version']).status === 0
const shellTest = (shell: string) => {
  if (has(shell)) return test
  console.log(`  SKIPPED: completion in ${shell}: there is no ${shell} on this machine (apt-get install ${shell})`)
  return test.skip
}

const folder = mkdtempSync(join(tmpdir(), 'orkestra-completion-'))
test.after(() => rmSync(folder, { recursive: true, force: true }))
mkdirSync(join(folder, 'src'))
writeFileSync(join(folder, 'workflow.ts'), 'export const orders = 1\nexport const refunds = 2\nconst hidden = 3\n')
writeFileSync(join(folder, 'with space.ts'), '')
// What it says looks like something to expand.
mkdirSync(join(folder, 'hostile'))
writeFileSync(
  join(folder, 'hostile/h.ts'),
  'export const $HOME = 1\nexport const $(touch pwned) = 2\nexport const plain = 3\n',
)
writeFileSync(join(folder, 'hostile/*.ts'), '')
writeFileSync(join(folder, 'machine.asl.json'), '{}')
writeFileSync(join(folder, 'notes.txt'), '')
for (const shell of ['bash', 'zsh', 'fish'] as const) writeFileSync(join(folder, shell), scripts[shell](commands))

type Complete = (line: string) => Promise<readonly string[]>

const bash: Complete = async (line) => {
  const words = line.split(' ')
  const script = `source ./bash
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
_orkestra
printf '%s\\n' "\${COMPREPLY[@]}"`
  const { status, stdout, text } = await ended('bash', ['--norc', '-c', script, 'bash', ...words], { cwd: folder })
  assert.is(status, 0, text)
  return stdout.split('\n').filter((word) => word !== '')
}

const fish: Complete = async (line) => {
  const { status, stdout, text } = await ended('fish', ['--no-config', '-c', `source ./fish; complete -C '${line}'`], {
    cwd: folder,
  })
  assert.is(status, 0, text)
  return stdout.split('\n').flatMap((row) => (row === '' ? [] : [row.split('\t')[0] as string]))
}

/** zsh completes in an interactive shell only: one in a pseudo-terminal of its own, which lists what there is and is then read. */
const zsh: Complete = async (line) => {
  const script = `zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell 'PROMPT=; cd ${folder}; autoload -Uz compinit; compinit -u -D; source ./zsh; zstyle ":completion:*" list-colors; zstyle ":completion:*" menu no; unsetopt list_beep; LISTMAX=10000; bindkey "^I" complete-word; compadd() { if [[ " $* " != *" -[OAD] "* && "$*" != *-O* && "$*" != *-A* && "$*" != *-D* ]]; then local -a found; builtin compadd -O found "$@"; local p i; for ((i=1;i<=$#;i++)); do [[ \${@[i]} == -p ]] && p=\${@[i+1]}; done; print -rl -- "" \${found[@]/#/CANDIDATE:$p}; fi; builtin compadd "$@"; }; print READ""Y'
zpty -r shell out '*READY*'
zpty -n -w shell $'${line}\\t'
sleep 1
zpty -r -t shell out; print -r -- $out
while zpty -r -t shell out; do print -r -- $out; done
zpty -d shell`
  const { stdout } = await ended('zsh', ['-f', '-c', script], { cwd: folder })
  return [...new Set(Array.from(stdout.matchAll(/CANDIDATE:([^\r\n]*)/g), ([, word]) => word as string))].sort()
}

const expected: readonly (readonly [line: string, words: readonly string[]])[] = [
  ['orkestra dr', ['draw']],
  ['orkestra emit --form', ['--format']],
  ['orkestra draw --format ', ['dot', 'html', 'mermaid', 'svg']],
  ['orkestra draw --format s', ['svg']],
  ['orkestra completion ', ['bash', 'fish', 'zsh']],
  ['orkestra init p --target te', ['terraform']],
  ['orkestra emit workflow.ts#', ['workflow.ts#orders', 'workflow.ts#refunds']],
  ['orkestra emit workflow.ts#re', ['workflow.ts#refunds']],
]

for (const [shell, complete] of [
  ['bash', bash],
  ['fish', fish],
  ['zsh', zsh],
] as const) {
  for (const [line, words] of expected)
    shellTest(shell)(`${shell}: ${line}⇥`, async () => assert.equal([...(await complete(line))].sort(), words))
}

shellTest('bash')(
  'bash: a module is a file of TypeScript or JavaScript, or in a folder; a definition is not',
  async () => {
    assert.equal([...(await bash('orkestra emit '))].sort(), ['hostile', 'src', 'with space.ts', 'workflow.ts'])
    assert.equal([...(await bash('orkestra validate m'))], ['machine.asl.json'])
    assert.equal([...(await bash('orkestra emit workflow.ts --out n'))], ['notes.txt'])
    assert.equal([...(await bash('orkestra help e'))].sort(), ['emit', 'explain'])
    assert.equal([...(await bash('orkestra emit --comment '))], [])
  },
)

shellTest('fish')('fish: the same', async () => {
  assert.equal([...(await fish('orkestra emit '))].sort(), ['hostile/', 'src/', 'with space.ts', 'workflow.ts'])
  assert.equal([...(await fish('orkestra validate m'))], ['machine.asl.json'])
})

for (const [shell, complete] of [
  ['bash', bash],
  ['fish', fish],
] as const)
  shellTest(shell)(`${shell}: what a file says, and what it is called, is not expanded`, async () => {
    assert.equal([...(await complete('orkestra emit hostile/h.ts#'))].sort(), [
      'hostile/h.ts#$',
      'hostile/h.ts#$HOME',
      'hostile/h.ts#plain',
    ])
    assert.equal([...(await complete('orkestra emit hostile/'))].sort(), ['hostile/*.ts', 'hostile/h.ts'])
    assert.not(existsSync(join(folder, 'pwned')))
  })

test('every command and every option is in every script', () => {
  for (const write of Object.values(scripts)) {
    const text = write(commands)
    for (const { name, options } of commands) {
      assert.ok(text.includes(name))
      for (const option of Object.keys(options)) assert.ok(text.includes(option), `${name} ${option}`)
    }
  }
})

test.run()
