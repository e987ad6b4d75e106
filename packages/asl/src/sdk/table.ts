/** Tables of AWS's services. They are large, so they are read when somebody asks. */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

/** A file's bytes; `undefined` where there is none. */
const bytesOf = (file: URL): Buffer | undefined => {
  try {
    return readFileSync(file)
  } catch (error) {
    if ((error as { readonly code?: unknown }).code === 'ENOENT') return undefined
    throw error
  }
}

/** A table; `undefined` where the file did not come along, as in a bundle. The package holds it compressed, a clone as text. */
export const readTable = <T>(name: 'services' | 'structures' | 'optimized' | 'actions' | 'answers'): T | undefined => {
  // From src, from dist and from the validator's bundle it is as far.
  const text = bytesOf(new URL(`../../data/${name}.json`, import.meta.url))
  const compressed = text === undefined ? bytesOf(new URL(`../../tables/${name}.json.gz`, import.meta.url)) : undefined
  const bytes = compressed === undefined ? text : gunzipSync(compressed)
  return bytes === undefined ? undefined : (JSON.parse(bytes.toString('utf8')) as T)
}
