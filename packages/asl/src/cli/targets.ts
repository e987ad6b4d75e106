/** What `orkestra emit` writes, by the format that is asked for. Loaded by that command alone. */
import { existsSync } from 'node:fs'
import { dirname, extname } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { AnyStep } from '@orkestra/core'
import type { Extension, Template } from '../deploy/cloudformation/template.ts'
import { toCloudFormation } from '../deploy/cloudformation/toCloudFormation.ts'
import { toSam } from '../deploy/cloudformation/toSam.ts'
import type { DeployOptions } from '../deploy/options.ts'
import { definitionFile } from '../deploy/references.ts'
import { toTerraform } from '../deploy/terraform/toTerraform.ts'
import { toYaml } from '../deploy/toYaml.ts'
import { emit } from '../emit/emit.ts'
import type { ReadDefinition } from '../files/readDefinitions.ts'
import { toText } from '../toText.ts'
import type { Printed } from './arguments.ts'
import { machinesIn, only } from './load/definitions.ts'
import { UsageError } from './load/module.ts'
import { meansFolder } from './output.ts'
import type { Session } from './session.ts'

export type TargetFormat = 'asl' | 'yaml' | 'cloudformation' | 'sam' | 'terraform'

export interface Request {
  readonly format: TargetFormat
  readonly options: DeployOptions
  readonly indent: number
  readonly functions: boolean
  readonly out: string | undefined
  readonly extension: Extension | undefined
  readonly exports: boolean
}

/** The files of a format, by their names in a folder; just one of them where it may go to standard output. */
export const filesOf = (
  graph: AnyStep,
  { format, options, indent, functions, out, extension, exports }: Request,
): ReadonlyMap<string, string> => {
  const isFolder = out !== undefined && meansFolder(out)
  const written = (template: Template): string =>
    out !== undefined && extname(out) === '.json' ? `${toText(template, { indent })}\n` : toYaml(template)
  const definition = (): [string, string] => ['workflow.asl.json', `${definitionFile(graph, options)}\n`]
  const stack = { ...options, exports, ...(extension && { extension }) }
  switch (format) {
    case 'asl':
      return new Map([['workflow.asl.json', `${toText(emit(graph, options), { indent })}\n`]])
    case 'yaml':
      return new Map([['workflow.asl.yaml', toYaml(emit(graph, options))]])
    case 'cloudformation': {
      const template = toCloudFormation(graph, stack)
      const isApart = template.Parameters !== undefined && Object.hasOwn(template.Parameters, 'DefinitionKey')
      return new Map([['template.yaml', written(template)], ...(isApart ? [definition()] : [])])
    }
    case 'sam':
      // In a folder there is room for the definition beside the template, where an editor knows it for what it is.
      return isFolder
        ? new Map([
            ['template.yaml', written(toSam(graph, { ...stack, root: out, definitionUri: 'workflow.asl.json' }))],
            definition(),
          ])
        : new Map([
            ['template.yaml', written(toSam(graph, { ...stack, ...(out !== undefined && { root: dirname(out) }) }))],
          ])
    case 'terraform':
      return toTerraform(graph, { ...options, functions, ...(out !== undefined && { root: out }) })
  }
}

/**
 * Compares the definition in a file with that of a workflow, however it is written: in YAML, formatted by other tools, in a template.
 * Nothing for a file that is not there, for one that holds no definition, and for one that is no more than a definition and differs: these
 * are compared as texts.
 */
export const checkedIn = async (
  workflow: AnyStep,
  settings: DeployOptions,
  { out, machine }: { readonly out: string; readonly machine: string | undefined },
  around: Session,
): Promise<Printed | undefined> => {
  if (!existsSync(out)) return undefined
  let found: readonly ReadDefinition[]
  try {
    found = await machinesIn(out, { machine, type: settings.type }, around)
  } catch (error) {
    if (error instanceof UsageError && machine === undefined) return undefined
    throw error
  }
  const { definition, name, place } = only(out, found)
  try {
    if (isDeepStrictEqual(definition, emit(workflow, settings))) return { text: '', ok: true }
  } catch (error) {
    // It is nested too deeply to be compared; as text it can be.
    if (!(error instanceof RangeError)) throw error
  }
  // To write it again would replace all else that the file holds.
  return place.path === '' && place.from === undefined
    ? undefined
    : { text: `${out} is stale: the definition of ${name} there is not that of the workflow.\n`, ok: false }
}
