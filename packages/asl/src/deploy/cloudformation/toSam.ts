/** A workflow as a SAM template, functions and all. */
import { createHash } from 'node:crypto'
import { posix } from 'node:path'
import type { AnyStep, LayerReference } from '@orkestra/core'
import { placeholderKey } from '../../emit/placeholder.ts'
import { bundling } from '../functions/bundling.ts'
import { DeployError, type FunctionManifest, manifest, relativePath } from '../functions/manifest.ts'
import { settingsOf } from '../options.ts'
import { deployedText, referencesOf } from '../references.ts'
import { extended } from './extend.ts'
import { checkImports, filling, logGroup, machineRole, metadataOf, outputs, type StackOptions } from './resources.ts'
import type { Resource, Template } from './template.ts'

export interface SamOptions extends StackOptions {
  /** The template's folder; entries are relative to it. Default: the current folder. */
  readonly root?: string
  /** The file with the definition, written by `definitionTemplate`. Default: the definition is in the template. */
  readonly definitionUri?: string
}

type OwnFunction = FunctionManifest & { readonly entry: string }
type LayerFolder = Exclude<LayerReference, { readonly arn: string }>

const functionId = (key: string): string => `${key}Function`

/** Of a folder there is one layer, whichever functions use it. */
const layerId = ({ path, description = '' }: LayerFolder): string => {
  const hash = createHash('sha256')
    .update(JSON.stringify([path, description]))
    .digest('hex')
  return `Layer${placeholderKey(path)}${hash.slice(0, 8).toUpperCase()}`
}

/** `sam build` copies the folder of the code before it bundles: an entry above the template needs a folder as far above. */
const codeOf = (entry: string): { readonly folder: string; readonly within: string } => {
  const above = /^(?:\.\.\/)*/.exec(entry)?.[0] ?? ''
  return { folder: above === '' ? '.' : above.slice(0, -1), within: entry.slice(above.length) }
}

/**
 * The settings of a bundle, by SAM's names for them: it hands each to esbuild, as `--name=…` or as one `--name:…` for every item of a
 * list, and minifies what does not say otherwise.
 * https://github.com/aws/aws-lambda-builders/blob/develop/aws_lambda_builders/workflows/nodejs_npm_esbuild/esbuild.py
 */
const buildProperties = (fn: OwnFunction) => {
  const { format, minify, mainFields, target, external, banner, alias } = bundling(fn)
  return {
    EntryPoints: [codeOf(fn.entry).within],
    Format: format,
    Minify: minify,
    OutExtension: ['.js=.mjs'],
    MainFields: mainFields.join(','),
    Target: target,
    External: external,
    Banner: [`js=${banner.js}`],
    ...(alias && { Alias: Object.entries(alias).map(([from, to]) => `${from}=${to}`) }),
  }
}

const functionResource = (fn: OwnFunction): readonly [id: string, Resource] => [
  functionId(fn.key),
  {
    Type: 'AWS::Serverless::Function',
    Properties: {
      CodeUri: codeOf(fn.entry).folder,
      // esbuild writes one file, named after the entry.
      Handler: `${posix.basename(fn.entry).replace(/\.[^.]+$/, '')}.${fn.handler}`,
      Runtime: fn.runtime,
      Timeout: fn.timeout,
      MemorySize: fn.memorySize,
      Architectures: [fn.architecture],
      Tracing: fn.tracing,
      ...(fn.description !== '' && { Description: fn.description }),
      ...(fn.layers.length > 0 && {
        Layers: fn.layers.map((layer) => ('arn' in layer ? layer.arn : { Ref: layerId(layer) })),
      }),
      ...(Object.keys(fn.environment).length > 0 && { Environment: { Variables: fn.environment } }),
    },
    Metadata: {
      BuildMethod: 'esbuild',
      BuildProperties: buildProperties(fn),
    },
  },
]

/** The layers of all functions, for all runtimes that use them. */
const layerResources = (functions: readonly OwnFunction[], root: string): readonly (readonly [string, Resource])[] => {
  const folders = new Map<string, { readonly layer: LayerFolder; readonly runtimes: Set<string> }>()
  for (const { layers, runtime } of functions)
    for (const layer of layers) {
      if ('arn' in layer) continue
      const id = layerId(layer)
      const { runtimes } = folders.get(id) ?? { runtimes: new Set<string>() }
      folders.set(id, { layer, runtimes: runtimes.add(runtime) })
    }
  return [...folders].map(([id, { layer, runtimes }]) => [
    id,
    {
      Type: 'AWS::Serverless::LayerVersion',
      Properties: {
        ContentUri: relativePath(root, layer.path),
        CompatibleRuntimes: [...runtimes].sort(),
        ...(layer.description !== undefined && { Description: layer.description }),
      },
    },
  ])
}

/**
 * A template for `sam build` and `sam deploy`: composed handlers as functions built by esbuild, existing functions and the workflow's
 * placeholders as parameters, the machine, its least-privilege role, logs, and optionally a schedule.
 * `extension` adds the functions' `Policies` and references, and the stack's other resources.
 *
 * @example toYaml(toSam(workflow, { definitionUri: 'workflow.asl.json' }))
 * @throws AslError when the graph has no valid definition; TypeError when the name or the schedule is invalid; DeployError when two
 *   different functions have one name, a handler is not exported by its module, a placeholder has a function's name, an import is
 *   not a valid parameter, or a string contains `${`, which needs the definition in its own file;
 *   PolicySizeError when the role would exceed IAM's limits.
 */
export const toSam = (graph: AnyStep, options: SamOptions = {}): Template => {
  const settings = settingsOf(options)
  const functions = manifest(graph, options)
  const references = referencesOf(graph, functions, options)
  const text = deployedText(graph, references, options)
  const ours = functions.filter((fn): fn is OwnFunction => fn.entry !== null)
  const own = new Set(ours.map(({ key }) => key))
  const { valueOf, substitutions, parameters } = filling(references, options, (key) =>
    own.has(key) ? functionId(key) : undefined,
  )
  const roles = machineRole(graph, options, valueOf)
  // SAM writes the text of an inline definition itself, and CloudFormation then takes each ${…} in it for a placeholder.
  if (options.definitionUri === undefined && text.includes('\\u0024{'))
    throw new DeployError(
      'a string in the workflow contains "${", which SAM reads as a placeholder: pass definitionUri',
    )
  checkImports(options, [
    ...functions.filter(({ key }) => !own.has(key)).map(({ key }) => `${key}Arn`),
    ...references.placeholders,
  ])
  const machine: Resource = {
    Type: 'AWS::Serverless::StateMachine',
    Properties: {
      ...(options.name !== undefined && { Name: options.name }),
      Type: settings.type,
      Role: { 'Fn::GetAtt': ['Role', 'Arn'] },
      ...(options.definitionUri === undefined
        ? { Definition: JSON.parse(text) }
        : { DefinitionUri: options.definitionUri }),
      ...(Object.keys(substitutions).length > 0 && { DefinitionSubstitutions: substitutions }),
      Tracing: { Enabled: settings.tracing },
      ...(settings.logging && {
        Logging: {
          Level: settings.logging.level,
          IncludeExecutionData: settings.logging.includeExecutionData,
          Destinations: [{ CloudWatchLogsLogGroup: { LogGroupArn: { 'Fn::GetAtt': ['LogGroup', 'Arn'] } } }],
        },
      }),
      ...(settings.schedule && {
        Events: {
          Schedule: {
            Type: 'ScheduleV2',
            Properties: {
              ScheduleExpression: settings.schedule.expression,
              ScheduleExpressionTimezone: settings.schedule.timeZone,
              Input: settings.schedule.input,
            },
          },
        },
      }),
    },
  }
  const template: Template = {
    AWSTemplateFormatVersion: '2010-09-09',
    Transform: 'AWS::Serverless-2016-10-31',
    ...metadataOf(options),
    ...(options.comment !== undefined && { Description: options.comment }),
    ...(Object.keys(parameters).length > 0 && { Parameters: parameters }),
    Resources: {
      ...Object.fromEntries(ours.map(functionResource)),
      ...Object.fromEntries(layerResources(ours, options.root ?? '.')),
      ...roles,
      ...(settings.logging && { LogGroup: logGroup(options, settings.logging.retentionDays) }),
      StateMachine: machine,
    },
    Outputs: outputs(options),
  }
  return extended(template, options.extension)
}
