/** A workflow as a CloudFormation template. */
import type { AnyStep } from '@orkestra/core'
import { definitionTemplate } from './definition.ts'
import { manifest } from './functions/manifest.ts'
import { type DeployOptions, settingsOf } from './options.ts'
import { logGroup, machineName, machineRole, outputs, type Resource, schedule, type Template } from './resources.ts'

export interface CloudFormationOptions extends DeployOptions {
  /**
   * Where the definition stands: `"inline"` in the template, or `"s3"`, in an object that two parameters name and whose text
   * `definitionTemplate` gives. Default: inline as long as it fits.
   */
  readonly definition?: 'inline' | 's3'
}

/**
 * What CloudFormation takes as a template is 1 MiB; this leaves room for the rest of it.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
 */
const inlineLimit = 900_000

const bytesOf = (text: string): number => new TextEncoder().encode(JSON.stringify(text)).length

const ofString = (description: string) => ({ Type: 'String', Description: description })

/**
 * A template that deploys a workflow: the machine, its role with least privilege, logs, and a schedule where one is asked for.
 * The functions are parameters, `<key>Arn` each. A definition that does not fit goes to S3, and its place is two parameters more.
 *
 * @example JSON.stringify(toCloudFormation(workflow, { schedule: { expression: 'rate(1 day)' } }))
 * @throws AslError when the graph makes no valid definition; TypeError when the name or the schedule is none; DeployError when two
 *   different functions have one name;
 *   PolicySizeError when the role would need more than IAM lets any have.
 */
export const toCloudFormation = (graph: AnyStep, options: CloudFormationOptions = {}): Template => {
  const settings = settingsOf(options)
  const readable = definitionTemplate(graph, options)
  const text = bytesOf(readable) > inlineLimit ? definitionTemplate(graph, { ...options, indent: 0 }) : readable
  const functions = manifest(graph)
  const isInline = (options.definition ?? (bytesOf(text) > inlineLimit ? 's3' : 'inline')) === 'inline'
  const parameter = (key: string) => `${key}Arn`
  const roles = machineRole(graph, options, (key) => parameter(key))
  const machine: Resource = {
    Type: 'AWS::StepFunctions::StateMachine',
    Properties: {
      ...machineName(options, roles),
      StateMachineType: settings.type,
      RoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] },
      ...(isInline
        ? { DefinitionString: text }
        : { DefinitionS3Location: { Bucket: { Ref: 'DefinitionBucket' }, Key: { Ref: 'DefinitionKey' } } }),
      ...(functions.length > 0 && {
        DefinitionSubstitutions: Object.fromEntries(functions.map(({ key }) => [key, { Ref: parameter(key) }])),
      }),
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
  const parameters = {
    ...Object.fromEntries(
      functions.map(({ key, name }) => [parameter(key), ofString(`The ARN of the function ${name}`)]),
    ),
    ...(!isInline && {
      DefinitionBucket: ofString('The bucket that holds the definition, which is too large for the template'),
      DefinitionKey: ofString('The key of the definition: upload there what definitionTemplate gives'),
    }),
  }
  return {
    AWSTemplateFormatVersion: '2010-09-09',
    ...(options.comment !== undefined && { Description: options.comment }),
    ...(Object.keys(parameters).length > 0 && { Parameters: parameters }),
    Resources: {
      ...roles,
      ...(settings.logging && { LogGroup: logGroup(options, settings.logging.retentionDays) }),
      StateMachine: machine,
      ...(settings.schedule && schedule(settings.schedule)),
    },
    Outputs: outputs,
  }
}
