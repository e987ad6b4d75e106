/** `orkestra explain`: what a code means. */
import { type Command, type Options, read, usageOf } from '../arguments.ts'
import { UsageError } from '../load/module.ts'

const options = {} as const satisfies Options

const head = { name: 'explain', takes: '[<code>]', options }

export const explainCommand: Command = {
  ...head,
  completes: [],
  purpose:
    'explains a code such as ASL031: its rule, an example that breaks it, one that does not; without a code, lists all',
  examples: [
    { call: 'orkestra explain ASL031', says: 'the page of this code, as in docs/diagnostics' },
    { call: 'orkestra explain', says: 'every code with its rule' },
  ],
  act: async (args) => {
    const [given, ...more] = read(head, args).positionals
    if (more.length > 0) throw new UsageError(`usage: ${usageOf(head)}`)
    const [{ codes, pageOf }, { didYouMean }] = await Promise.all([
      import('../../explain/page.ts'),
      import('../../validate/report/wording.ts'),
    ])
    if (given === undefined)
      return {
        text: [...codes].map(([code, { severity, rule }]) => `${code}  ${severity.padEnd(7)}  ${rule}\n`).join(''),
        ok: true,
      }
    // `31`, `asl31` and `ASL031` are the same.
    const number = /^(?:asl)?(\d{1,3})$/i.exec(given)?.[1]
    const code = number === undefined ? given : `ASL${number.padStart(3, '0')}`
    if (!codes.has(code))
      throw new UsageError(
        `there is no code ${JSON.stringify(given)}.${didYouMean(code, [...codes.keys()])} orkestra explain lists all.`,
      )
    return { text: await pageOf(code), ok: true }
  },
}
