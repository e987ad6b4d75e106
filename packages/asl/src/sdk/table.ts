/** The tables in the package's `data` folder. They are large, so they are read when somebody asks. */
import { readFileSync } from 'node:fs'

/** A table; `undefined` where the file did not come along, as in a bundle. */
export const readTable = <T>(name: 'services' | 'structures' | 'optimized' | 'actions'): T | undefined => {
  let text: string
  try {
    // From src, from dist and from the validator's bundle it is as far.
    text = readFileSync(new URL(`../../data/${name}.json`, import.meta.url), 'utf8')
  } catch (error) {
    if ((error as { readonly code?: unknown }).code === 'ENOENT') return undefined
    throw error
  }
  return JSON.parse(text) as T
}
