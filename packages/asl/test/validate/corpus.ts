/** The corpus of definitions that others wrote, when it is there. */
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const folder = resolve(process.env.ORKESTRA_CORPUS ?? join('..', 'shared', 'corpus'))

export const hasCorpus = existsSync(join(folder, 'definitions.jsonl'))

/** The lines of a file of the corpus. */
export const corpus = (file: string): readonly Readonly<Record<string, unknown>>[] =>
  hasCorpus
    ? readFileSync(join(folder, `${file}.jsonl`), 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Record<string, unknown>)
    : []

/** Says loudly that a test was left out. */
export const missingCorpus = (what: string): void => {
  console.error(`\n  SKIPPED: ${what}: there is no corpus at ${folder}; set ORKESTRA_CORPUS to where it is.\n`)
}
