import { isNull, loop, task } from '@orkestra/core'

interface Page {
  readonly token: string | null
  readonly rows: number
}

const nextPage = task<Page, Page>('nextPage')

export const workflow = loop(
  () => ({ token: null, rows: 0 }),
  nextPage,
  (page) => isNull(page.token),
  { maxAttempts: 100 },
)
