/**
 * Read definitions from the files they live in. A separate entry, so that emitting loads no YAML parser.
 *
 * @module @orkestra/asl/files
 */

export type { DefinitionPlace } from './definitionBody.ts'
export { fillPlaceholders } from './fill.ts'
export { findFiles } from './findFiles.ts'
export { historyIn, readHistory } from './history.ts'
export type { Placeholder } from './placeholders.ts'
export {
  type ReadDefinition,
  type ReadOptions,
  readDefinitions,
  readDefinitionsIn,
} from './readDefinitions.ts'
export { FileError } from './readText.ts'
