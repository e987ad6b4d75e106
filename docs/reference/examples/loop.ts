import assert from 'node:assert/strict'
import { outputOf, run } from '@orkestra/asl/execute'
import { isNull, loop, task } from '@orkestra/core'

interface Page {
  readonly token: string | null
  readonly found: number
}
const nextPage = task<Page, Page>('nextPage')

export const workflow = loop(
  () => ({ token: null, found: 0 }),
  nextPage,
  (page) => isNull(page.token),
)

const tasks = { nextPage: ({ token, found }: Page) => ({ token: token === null ? 'p2' : null, found: found + 10 }) }
assert.deepEqual(outputOf(await run(workflow, {}, { tasks })), { token: null, found: 20 })
