/** Hashes by the names that Step Functions has for them. */
import { createHash } from 'node:crypto'

const algorithms: ReadonlyMap<unknown, string> = new Map([
  ['MD5', 'md5'],
  ['SHA-1', 'sha1'],
  ['SHA-256', 'sha256'],
  ['SHA-384', 'sha384'],
  ['SHA-512', 'sha512'],
])

/** A text's hash in lower-case hexadecimal; `undefined` for an algorithm that is none of the five. */
export const digest = (text: string, algorithm: unknown): string | undefined => {
  const known = algorithms.get(algorithm)
  return known === undefined ? undefined : createHash(known).update(text, 'utf8').digest('hex')
}
