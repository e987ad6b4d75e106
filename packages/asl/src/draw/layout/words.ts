import type { Arrow } from '@orkestra/core'

/** What stands beside an arrow, if anything. */
export const wordsOf = ({ kind, label }: Arrow): string | undefined => {
  switch (kind) {
    case 'next':
      return label
    case 'error':
      return label ?? 'any error'
    case 'retry':
      return label === undefined ? 'retry' : `retry ${label}`
  }
}
