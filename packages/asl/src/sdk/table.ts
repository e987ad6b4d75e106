/** Tables of AWS's services. They are large, so they are read when somebody asks. */
import { readFileSync } from 'node:fs'
import { inPackage } from '../ownPackage.ts'

/** A file's bytes; `undefined` where there is none. */
const bytesOf = (file: URL): Buffer | undefined => {
  try {
    return readFileSync(file)
  } catch (error) {
    if ((error as { readonly code?: unknown }).code === 'ENOENT') return undefined
    throw error
  }
}

/** Node's own zlib is loaded when there is something to inflate: that takes a tenth of a first call of `diagnose`. */
const inflated = (bytes: Buffer): Buffer => process.getBuiltinModule('node:zlib').gunzipSync(bytes)

/** A table; `undefined` where the file did not come along, as in a bundle. The package holds it compressed unless it is small, a clone as text. */
export const readTable = <T>(
  name: 'services' | 'structures' | 'names' | 'optimized' | 'actions' | 'answers',
): T | undefined => {
  const text = bytesOf(inPackage(`data/${name}.json`))
  const compressed = text === undefined ? bytesOf(inPackage(`tables/${name}.json.gz`)) : undefined
  const bytes = compressed === undefined ? text : inflated(compressed)
  return bytes === undefined ? undefined : (JSON.parse(bytes.toString('utf8')) as T)
}
