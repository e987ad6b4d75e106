/** What diagnose says of definitions that others wrote, against what AWS and other people's tools said of them. */
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { diagnose } from '@orkestra/asl'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const test = suite('the corpus')

const folder = resolve(process.env.ORKESTRA_CORPUS ?? join('..', 'shared', 'corpus'))
const hasCorpus = existsSync(join(folder, 'definitions.jsonl'))

interface Case {
  readonly id: string
  readonly definition: unknown
  readonly verdict?: 'valid' | 'invalid' | 'unknown'
  readonly evidence?: string
  readonly type?: 'STANDARD' | 'EXPRESS'
}

interface Rule {
  readonly id: string
  readonly machineType: 'STANDARD' | 'EXPRESS'
  readonly ok: unknown
  readonly bad: unknown
}

const lines = <A>(file: string): readonly A[] =>
  readFileSync(join(folder, `${file}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as A)

/** Where we and the corpus differ, with the reason. */
const disagreements = JSON.parse(
  readFileSync(new URL('../validate-disagreements.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, string>>

const isValid = ({ definition, type = 'STANDARD' }: Pick<Case, 'definition' | 'type'>): boolean =>
  diagnose(definition, { type }).every(({ severity }) => severity !== 'error')

/** A few of the ids, with what was said. */
const listed = (cases: readonly Case[]): string =>
  cases
    .map(({ id, definition, type = 'STANDARD' }) => {
      const errors = diagnose(definition, { type }).filter(({ severity }) => severity === 'error')
      return `${id}: ${errors.map(({ code, path, message }) => `${code} ${path} ${message}`).join('; ') || 'no error'}`
    })
    .join('\n')

const isFromAws = ({ evidence = '' }: Case): boolean => evidence.startsWith('aws-')

if (hasCorpus) {
  const definitions = lines<Case>('definitions')

  test('no error in anything that AWS created or ran', () => {
    const accepted = definitions.filter((one) => isFromAws(one) && one.verdict === 'valid')
    assert.ok(accepted.length > 200)
    assert.is(listed(accepted.filter((one) => !isValid(one))), '')
  })

  test('an error in everything that AWS refused', () => {
    const refused = definitions.filter((one) => isFromAws(one) && one.verdict === 'invalid')
    assert.ok(refused.length > 10)
    assert.is(listed(refused.filter(isValid)), '')
  })

  test('no error in any execution that was recorded', () => {
    assert.is(listed(lines<Case>('scenarios').filter((one) => !isValid(one))), '')
  })

  test('as other tools say in their own tests and samples, except where AWS would not', () => {
    const told = definitions.filter(({ verdict }) => verdict === 'valid' || verdict === 'invalid')
    const differing = told.filter((one) => isValid(one) !== (one.verdict === 'valid'))
    assert.is(listed(differing.filter(({ id }) => !Object.hasOwn(disagreements, id))), '')
    const differingIds = new Set(differing.map(({ id }) => id))
    assert.equal(
      Object.keys(disagreements).filter((id) => !differingIds.has(id)),
      [],
      'these are listed as disagreements, and agree',
    )
  })

  for (const { id, machineType, ok, bad } of lines<Rule>('rules')) {
    if (ok !== null && ok !== undefined)
      test(`${id}: what keeps the rule is clean`, () => {
        const issues = diagnose(ok, { type: machineType })
        assert.equal(
          issues.filter(({ code, severity }) => code === id || severity === 'error'),
          [],
        )
      })
    if (bad !== null && bad !== undefined)
      test(`${id}: what breaks the rule is found, and nothing else is called an error`, () => {
        const issues = diagnose(bad, { type: machineType })
        assert.ok(
          issues.some(({ code }) => code === id),
          JSON.stringify(issues),
        )
        assert.equal(
          issues.filter(({ code, severity }) => code !== id && severity === 'error'),
          [],
        )
      })
  }
} else {
  test.skip(`there is no corpus at ${folder}`, () => {})
  console.error(`\n  SKIPPED: the corpus of definitions is not at ${folder}; set ORKESTRA_CORPUS to where it is.\n`)
}

test.run()
