/**
 * `AWS::Include`: a file whose members come to stand beside the function that names it.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/transform-aws-include.html
 */
import { dirname, join } from 'node:path'
import { isObject } from '../validate/outline/fields.ts'
import type { Document } from './document.ts'
import { otherFile } from './otherFile.ts'

type Members = Readonly<Record<string, unknown>>

/** Whether a template names a path beside it, which `aws cloudformation package` uploads, and no address. */
export const isLocal = (location: string): boolean => !/^(?:s3|https?):\/\//.test(location) && !location.includes('${')

/** The location in a use of `AWS::Include`, as the value of `Transform` or `Fn::Transform`. */
const locationIn = (transform: unknown): string | undefined => {
  if (!isObject(transform) || transform.Name !== 'AWS::Include' || !isObject(transform.Parameters)) return undefined
  return typeof transform.Parameters.Location === 'string' ? transform.Parameters.Location : undefined
}

/** The location that an object includes, whatever else it has. */
export const includedBy = (value: unknown): string | undefined =>
  isObject(value) ? locationIn(value['Fn::Transform']) : undefined

/** The local files that a section of a template includes, or the template itself. */
export const includedFiles = (section: Members, { file }: Document): readonly string[] =>
  [section['Fn::Transform'], section.Transform]
    .flatMap((given) => (Array.isArray(given) ? (given as unknown[]) : [given]))
    .flatMap((given) => locationIn(given) ?? [])
    .filter(isLocal)
    .map((location) => join(dirname(file), location))

/**
 * A value in which the members of included files stand where they are included. Included files include nothing themselves, as with
 * AWS. `missing` is a file that cannot be read.
 */
export const withIncludes = async (
  value: unknown,
  document: Document,
): Promise<{ readonly value: unknown } | { readonly missing: string }> => {
  let root: unknown
  const open: { readonly from: unknown; readonly put: (value: unknown) => void }[] = [
    {
      from: value,
      put: (made) => {
        root = made
      },
    },
  ]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { from, put } = next
    if (typeof from !== 'object' || from === null) {
      put(from)
      continue
    }
    const location = includedBy(from)
    let members: object = from
    if (location !== undefined && isLocal(location)) {
      const file = join(dirname(document.file), location)
      const other = await otherFile(file, '1.1')
      if (!('document' in other) || !isObject(other.document.value)) return { missing: file }
      const { 'Fn::Transform': _, ...own } = from as Members
      members = { ...own, ...other.document.value }
    }
    const copy: object = Array.isArray(from) ? [] : {}
    put(copy)
    for (const [key, inner] of Object.entries(members)) {
      const define = (made: unknown): void => {
        Object.defineProperty(copy, key, { value: made, writable: true, enumerable: true, configurable: true })
      }
      define(null)
      open.push({ from: inner, put: define })
    }
  }
  return { value: root }
}
