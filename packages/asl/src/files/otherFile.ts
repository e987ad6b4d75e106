/** Files that a file leads to. */
import type { Issue } from '../issue.ts'
import { type Document, readDocument } from './document.ts'
import { FileError, readText } from './readText.ts'
import type { YamlVersion } from './yaml.ts'

/** A file that another leads to, as a document; or why there is none. */
export const otherFile = async (
  file: string,
  version?: YamlVersion,
): Promise<
  { readonly document: Document } | { readonly issues: readonly Issue[]; readonly text: string } | FileError
> => {
  try {
    const { text, issues } = await readText(file)
    const document = await readDocument(file, text, version)
    if (issues.length > 0) return { issues, text }
    return 'issues' in document ? { issues: document.issues, text } : { document }
  } catch (error) {
    if (error instanceof FileError) return error
    throw error
  }
}
