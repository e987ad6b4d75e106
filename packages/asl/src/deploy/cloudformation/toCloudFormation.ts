/** A workflow as a CloudFormation template. */
import type { AnyStep } from '@orkestra/core'
import { manifest } from '../functions/manifest.ts'
import { settingsOf } from '../options.ts'
import { deployedText, referencesOf } from '../references.ts'
import { extended } from './extend.ts'
import {
  checkImports,
  filling,
  logGroup,
  machineRole,
  metadataOf,
  outputs,
  type StackOptions,
  schedule,
} from './resources.ts'
import type { Resource, Template } from './template.ts'

export interface CloudFormationOptions extends StackOptions {
  /**
   * Where the definition is: `"inline"` in the template, or `"s3"`, in an object that two parameters name and that
   * `definitionTemplate` writes. Default: inline if it fits.
   */
  readonly definition?: 'inline' | 's3'
}

/**
 * What CloudFormation takes as a template is 1 MiB from a bucket; this leaves room for the rest of it. And 51,200 bytes without one.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
 */
const inlineLimit = 900_000
const limitWithoutBucket = 51_200

const ofString = (description: string) => ({ Type: 'String', Description: description })

/**
 * A definition in a template. Its partition is filled by `Fn::Sub` and all else by `DefinitionSubstitutions`, to which `Fn::Sub` leaves
 * `${!…}`: cfn-lint reads the ARN of a resource in a definition that is plain text, and takes no placeholder inside one.
 */
const inlined = (text: string, partition: string | undefined): unknown =>
  partition !== undefined && text.includes(`\${${partition}}`)
    ? { 'Fn::Sub': text.replace(/\$\{(\w+)\}/g, (_, key) => (key === partition ? '${AWS::Partition}' : `\${!${key}}`)) }
    : text

const bytesOf = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length

/**
 * A template that deploys a workflow: the machine, its least-privilege role, logs, and optionally a schedule.
 * The functions are parameters, named `<key>Arn`, and so are the workflow's placeholders, unless `extension` has a
 * resource of that name. A definition that does not fit goes to S3, located by two more parameters. If the template would be too large to
 * deploy without a bucket, the definition is written without whitespace.
 *
 * @example JSON.stringify(toCloudFormation(workflow, { schedule: { expression: 'rate(1 day)' } }))
 * @throws AslError when the graph has no valid definition; TypeError when the name or the schedule is invalid; DeployError when two
 *   different functions have one name, a placeholder has a function's name, or an import is not a valid parameter;
 *   PolicySizeError when the role would exceed IAM's limits.
 */
export const toCloudFormation = (graph: AnyStep, options: CloudFormationOptions = {}): Template => {
  const settings = settingsOf(options)
  const functions = manifest(graph, { readModules: false })
  const references = referencesOf(graph, functions, options)
  const { valueOf, substitutions: filled, parameters } = filling(references, options)
  checkImports(options, [...functions.map(({ key }) => `${key}Arn`), ...references.placeholders])
  const short = deployedText(graph, references, { ...options, indent: 0 })
  const isInline = (options.definition ?? (bytesOf(short) > inlineLimit ? 's3' : 'inline')) === 'inline'
  const roles = machineRole(graph, options, valueOf)
  const { partition } = references
  const substitutions = isInline
    ? Object.fromEntries(Object.entries(filled).filter(([key]) => key !== partition))
    : filled
  const templateOf = (text: string): Template => {
    const machine: Resource = {
      Type: 'AWS::StepFunctions::StateMachine',
      Properties: {
        ...(options.name !== undefined && { StateMachineName: options.name }),
        StateMachineType: settings.type,
        RoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] },
        ...(isInline
          ? { DefinitionString: inlined(text, partition) }
          : { DefinitionS3Location: { Bucket: { Ref: 'DefinitionBucket' }, Key: { Ref: 'DefinitionKey' } } }),
        ...(Object.keys(substitutions).length > 0 && { DefinitionSubstitutions: substitutions }),
        TracingConfiguration: { Enabled: settings.tracing },
        ...(settings.logging && {
          LoggingConfiguration: {
            Level: settings.logging.level,
            IncludeExecutionData: settings.logging.includeExecutionData,
            Destinations: [{ CloudWatchLogsLogGroup: { LogGroupArn: { 'Fn::GetAtt': ['LogGroup', 'Arn'] } } }],
          },
        }),
      },
    }
    const all = {
      ...parameters,
      ...(!isInline && {
        DefinitionBucket: ofString('The bucket that holds the definition, which is too large for the template'),
        DefinitionKey: ofString('The key of the definition: upload there what definitionTemplate gives'),
      }),
    }
    const template: Template = {
      AWSTemplateFormatVersion: '2010-09-09',
      ...metadataOf(options),
      ...(options.comment !== undefined && { Description: options.comment }),
      ...(Object.keys(all).length > 0 && { Parameters: all }),
      Resources: {
        ...roles,
        ...(settings.logging && { LogGroup: logGroup(options, settings.logging.retentionDays) }),
        StateMachine: machine,
        ...(settings.schedule && schedule(settings.schedule)),
      },
      Outputs: outputs(options),
    }
    return extended(template, options.extension)
  }
  if (!isInline) return templateOf('')
  const readable = templateOf(deployedText(graph, references, options))
  return bytesOf(readable) > limitWithoutBucket ? templateOf(short) : readable
}
