import assert from 'node:assert/strict'
import { run } from '@orkestra/asl/execute'
import {
  add,
  choice,
  continueAsNew,
  ge,
  isNull,
  loop,
  or,
  otherwise,
  pass,
  type Ref,
  seq,
  task,
  when,
} from '@orkestra/core'

interface Page {
  readonly token: string | null
  readonly found: number
}
const nextPage = task<Page, Page>('nextPage')
const report = task<Page, string>('report')

const pages = loop(
  (start: Ref<Page>) => ({ page: start, laps: 0 }),
  (state) =>
    seq(
      pass((s) => s.page),
      nextPage,
      pass((page) => ({ page, laps: add(state.laps, 1) })),
    ),
  ({ page, laps }) => or(isNull(page.token), ge(laps, 1000)),
)

export const workflow = seq(
  pages,
  pass((state) => state.page),
  choice(
    when((page) => isNull(page.token), report),
    otherwise(continueAsNew((page) => page)),
  ),
)

let started: unknown
const tasks = {
  nextPage: ({ found }: Page) => ({ token: 'more', found: found + 1 }),
  report: ({ found }: Page) => `${found} pages`,
  continueAsNew: ({ Input }: { readonly Input: Page }) => {
    started = Input
    return { ExecutionArn: 'arn', StartDate: 0 }
  },
}
await run(workflow, { token: null, found: 0 }, { tasks })
assert.deepEqual(started, { token: 'more', found: 1000 })
