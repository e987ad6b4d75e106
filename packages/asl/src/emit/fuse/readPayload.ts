import { commit, type Rewrite, readingInput } from './rewriting.ts'

/** *A variable that holds the payload is read as the payload,* where the language can say so. */
export const readPayload: Rewrite = ({ language }, draft) => {
  const read = readingInput(draft)
  if (read === draft || !language.speaks(read)) return false
  commit(draft, read)
  return true
}
