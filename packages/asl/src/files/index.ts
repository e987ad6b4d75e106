/** Definitions where they live. An entry of its own: who only emits loads no YAML. */

export { fillPlaceholders } from './fill.ts'
export { findFiles } from './findFiles.ts'
export { historyIn, readHistory } from './history.ts'
export type { Placeholder } from './placeholders.ts'
export {
  type DefinitionPlace,
  type ReadDefinition,
  type ReadOptions,
  readDefinitions,
  readDefinitionsIn,
} from './readDefinitions.ts'
export { FileError } from './readText.ts'
