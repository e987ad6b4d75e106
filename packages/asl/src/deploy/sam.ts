/** A workflow as a SAM template, functions and all. */
import { posix } from 'node:path'
import type { AnyStep } from '@orkestra/core'
import { definitionTemplate } from './definition.ts'
import { DeployError, type FunctionManifest, manifest } from './functions/manifest.ts'
import { type DeployOptions, settingsOf } from './options.ts'
import { logGroup, machineName, machineRole, outputs, type Resource, type Template } from './resources.ts'

export interface SamOptions extends DeployOptions {
  /** The folder of the template, which entries are relative to. Default: the current one. */
  readonly root?: string
  /** The file that holds the definition: what `definitionTemplate` gives. Default: the definition stands in the template. */
  readonly definitionUri?: string
}

const functionId = (key: string): string => `${key}Function`
const layerId = (key: string, i: number): string => `${key}Layer${i + 1}`

/** `sam build` copies the folder of the code before it bundles: an entry above the template needs a folder as far above. */
const codeOf = (entry: string): { readonly folder: string; readonly within: string } => {
  const above = /^(?:\.\.\/)*/.exec(entry)?.[0] ?? ''
  return { folder: above === '' ? '.' : above.slice(0, -1), within: entry.slice(above.length) }
}

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-sam-cli-using-build-typescript.html */
const functionResources = (fn: FunctionManifest & { readonly entry: string }): Readonly<Record<string, Resource>> => ({
  [functionId(fn.key)]: {
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
        Layers: fn.layers.map((layer, i) => ('arn' in layer ? layer.arn : { Ref: layerId(fn.key, i) })),
      }),
      ...(Object.keys(fn.environment).length > 0 && { Environment: { Variables: fn.environment } }),
    },
    Metadata: {
      BuildMethod: 'esbuild',
      BuildProperties: {
        EntryPoints: [codeOf(fn.entry).within],
        // A handler's module names itself by import.meta.url, which only ES modules have.
        Format: 'esm',
        OutExtension: ['.js=.mjs'],
        MainFields: 'module,main',
        Target: 'es2022',
        Sourcemap: true,
      },
    },
  },
  ...Object.fromEntries(
    fn.layers.flatMap((layer, i): [string, Resource][] =>
      'arn' in layer
        ? []
        : [
            [
              layerId(fn.key, i),
              {
                Type: 'AWS::Serverless::LayerVersion',
                Properties: {
                  ContentUri: layer.path,
                  CompatibleRuntimes: [fn.runtime],
                  ...(layer.description !== undefined && { Description: layer.description }),
                },
              },
            ],
          ],
    ),
  ),
})

/**
 * A template for `sam build` and `sam deploy`: the functions of composed handlers built by esbuild, those that live elsewhere as
 * parameters, the machine, its role with least privilege, logs, and a schedule where one is asked for.
 *
 * @example toYaml(toSam(workflow, { definitionUri: 'workflow.asl.json' }))
 * @throws AslError when the graph makes no valid definition; TypeError when the name or the schedule is none; DeployError when two
 *   different functions have one name, or when a text holds a `${`, which only a definition in a file of its own can say;
 *   PolicySizeError when the role would need more than IAM lets any have.
 */
export const toSam = (graph: AnyStep, options: SamOptions = {}): Template => {
  const settings = settingsOf(options)
  const functions = manifest(graph, options)
  const text = definitionTemplate(graph, options)
  // SAM writes the text of an inline definition itself, and CloudFormation then takes each ${…} in it for a placeholder.
  if (options.definitionUri === undefined && text.includes('\\u0024{'))
    throw new DeployError('a text of the workflow holds a "${", which SAM takes for a placeholder: pass definitionUri')
  const isOurs = (fn: FunctionManifest): fn is FunctionManifest & { readonly entry: string } => fn.entry !== null
  const elsewhere = functions.filter((fn) => !isOurs(fn))
  const ids = new Map(functions.map((fn) => [fn.key, isOurs(fn) ? `${functionId(fn.key)}.Arn` : `${fn.key}Arn`]))
  const roles = machineRole(graph, options, (key) => ids.get(key) ?? key)
  const { StateMachineName: Name } = machineName(options, roles)
  const machine: Resource = {
    Type: 'AWS::Serverless::StateMachine',
    Properties: {
      ...(Name !== undefined && { Name }),
      Type: settings.type,
      Role: { 'Fn::GetAtt': ['Role', 'Arn'] },
      ...(options.definitionUri === undefined
        ? { Definition: JSON.parse(text) }
        : { DefinitionUri: options.definitionUri }),
      ...(functions.length > 0 && {
        DefinitionSubstitutions: Object.fromEntries(
          functions.map((fn) => [
            fn.key,
            isOurs(fn) ? { 'Fn::GetAtt': [functionId(fn.key), 'Arn'] } : { Ref: `${fn.key}Arn` },
          ]),
        ),
      }),
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
  return {
    AWSTemplateFormatVersion: '2010-09-09',
    Transform: 'AWS::Serverless-2016-10-31',
    ...(options.comment !== undefined && { Description: options.comment }),
    ...(elsewhere.length > 0 && {
      Parameters: Object.fromEntries(
        elsewhere.map(({ key, name }) => [
          `${key}Arn`,
          { Type: 'String', Description: `The ARN of the function ${name}` },
        ]),
      ),
    }),
    Resources: {
      ...Object.assign({}, ...functions.filter(isOurs).map(functionResources)),
      ...roles,
      ...(settings.logging && { LogGroup: logGroup(options, settings.logging.retentionDays) }),
      StateMachine: machine,
    },
    Outputs: outputs,
  }
}
