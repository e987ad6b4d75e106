/**
 * The requests of AWS's API, member by member, with the constraints that its model gives them.
 * https://docs.aws.amazon.com/step-functions/latest/apireference/API_Operations.html
 */
import { definitionLimit, payloadLimit } from '../../language/quotas.ts'
import type { Member, Shape } from './check.ts'

type Bounds = { readonly min?: number; readonly max?: number }

const text = (
  constraints: Bounds & { readonly pattern?: string; readonly words?: readonly string[] } = {},
): Member => ({
  kind: 'text',
  ...constraints,
})
const number = (constraints: Bounds & { readonly isWhole: boolean }): Member => ({ kind: 'number', ...constraints })
const boolean: Member = { kind: 'boolean' }
const list = (of: Member, bounds: Bounds = {}): Member => ({ kind: 'list', of, ...bounds })
const structure = (members: Readonly<Record<string, Member>>, required: readonly string[] = []): Member => ({
  kind: 'structure',
  members,
  required,
})

const name = text({ min: 1, max: 80 })
const tagKey = text({ min: 1, max: 128 })
const tagValue = text({ max: 256 })
const tag = structure({ key: tagKey, value: tagValue })
const tagList = list(tag)
const kmsKeyId = text({ min: 1, max: 2048 })
const kmsDataKeyReusePeriodSeconds = number({ isWhole: true, min: 60, max: 900 })
const encryptionType = text({ words: ['AWS_OWNED_KEY', 'CUSTOMER_MANAGED_KMS_KEY'] })
const encryptionConfiguration = structure(
  { kmsKeyId: kmsKeyId, kmsDataKeyReusePeriodSeconds: kmsDataKeyReusePeriodSeconds, type: encryptionType },
  ['type'],
)
const definition = text({ max: definitionLimit })
const arn = text({ min: 1, max: 256 })
const stateMachineType = text({ words: ['STANDARD', 'EXPRESS'] })
const logLevel = text({ words: ['ALL', 'ERROR', 'FATAL', 'OFF'] })
const cloudWatchLogsLogGroup = structure({ logGroupArn: arn })
const logDestination = structure({ cloudWatchLogsLogGroup: cloudWatchLogsLogGroup })
const logDestinationList = list(logDestination)
const loggingConfiguration = structure({
  level: logLevel,
  includeExecutionData: boolean,
  destinations: logDestinationList,
})
const tracingConfiguration = structure({ enabled: boolean })
const versionDescription = text({ max: 256 })
const aliasDescription = text({ max: 256 })
const characterRestrictedName = text({ min: 1, max: 80, pattern: '^(?=.*[a-zA-Z_\\-\\.])[a-zA-Z0-9_\\-\\.]+$' })
const versionWeight = number({ isWhole: true, min: 0, max: 100 })
const routingConfigurationListItem = structure({ stateMachineVersionArn: arn, weight: versionWeight }, [
  'stateMachineVersionArn',
  'weight',
])
const routingConfigurationList = list(routingConfigurationListItem, { min: 1, max: 2 })
const longArn = text({ min: 1, max: 2000 })
const includedData = text({ words: ['ALL_DATA', 'METADATA_ONLY'] })
const pageSize = number({ isWhole: true, min: 0, max: 1000 })
const pageToken = text({ min: 1, max: 1024 })
const executionStatus = text({ words: ['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED', 'PENDING_REDRIVE'] })
const listExecutionsPageToken = text({ min: 1, max: 3096 })
const executionRedriveFilter = text({ words: ['REDRIVEN', 'NOT_REDRIVEN'] })
const revisionId = text()
const clientToken = text({ min: 1, max: 64, pattern: '[!-~]+' })
const taskToken = text({ min: 1, max: 2048 })
const sensitiveError = text({ max: 256 })
const sensitiveCause = text({ max: 32_768 })
const sensitiveData = text({ max: payloadLimit })
const traceHeader = text({ max: 256, pattern: '[\\x00-\\x7f]*' })
const inspectionLevel = text({ words: ['INFO', 'DEBUG', 'TRACE'] })
const testStateStateName = text({ min: 1, max: 80 })
const mockErrorOutput = structure({ error: sensitiveError, cause: sensitiveCause })
const mockResponseValidationMode = text({ words: ['STRICT', 'PRESENT', 'NONE'] })
const mockInput = structure({
  result: sensitiveData,
  errorOutput: mockErrorOutput,
  fieldValidationMode: mockResponseValidationMode,
})
const retrierRetryCount = number({ isWhole: true, min: 0 })
const mapIterationFailureCount = number({ isWhole: true, min: 0 })
const testStateConfiguration = structure({
  retrierRetryCount: retrierRetryCount,
  errorCausedByState: testStateStateName,
  mapIterationFailureCount: mapIterationFailureCount,
  mapItemReaderData: sensitiveData,
})
const tagKeyList = list(tagKey)
const maxConcurrency = number({ isWhole: true, min: 0 })
const toleratedFailurePercentage = number({ isWhole: false, min: 0, max: 100 })
const toleratedFailureCount = number({ isWhole: true, min: 0 })
const validateStateMachineDefinitionSeverity = text({ words: ['ERROR', 'WARNING'] })
const validateStateMachineDefinitionMaxResult = number({ isWhole: true, min: 0, max: 100 })

/** What can be asked for. */
export type ActionName =
  | 'CreateActivity'
  | 'CreateStateMachine'
  | 'CreateStateMachineAlias'
  | 'DeleteActivity'
  | 'DeleteStateMachine'
  | 'DeleteStateMachineAlias'
  | 'DeleteStateMachineVersion'
  | 'DescribeActivity'
  | 'DescribeExecution'
  | 'DescribeMapRun'
  | 'DescribeStateMachine'
  | 'DescribeStateMachineAlias'
  | 'DescribeStateMachineForExecution'
  | 'GetActivityTask'
  | 'GetExecutionHistory'
  | 'ListActivities'
  | 'ListExecutions'
  | 'ListMapRuns'
  | 'ListStateMachineAliases'
  | 'ListStateMachineVersions'
  | 'ListStateMachines'
  | 'ListTagsForResource'
  | 'PublishStateMachineVersion'
  | 'RedriveExecution'
  | 'SendTaskFailure'
  | 'SendTaskHeartbeat'
  | 'SendTaskSuccess'
  | 'StartExecution'
  | 'StartSyncExecution'
  | 'StopExecution'
  | 'TagResource'
  | 'TestState'
  | 'UntagResource'
  | 'UpdateMapRun'
  | 'UpdateStateMachine'
  | 'UpdateStateMachineAlias'
  | 'ValidateStateMachineDefinition'

/** By action. */
export const requests: Readonly<Record<ActionName, Shape>> = {
  CreateActivity: {
    members: { name: name, tags: tagList, encryptionConfiguration: encryptionConfiguration },
    required: ['name'],
  },
  CreateStateMachine: {
    members: {
      name: name,
      definition: definition,
      roleArn: arn,
      type: stateMachineType,
      loggingConfiguration: loggingConfiguration,
      tags: tagList,
      tracingConfiguration: tracingConfiguration,
      publish: boolean,
      versionDescription: versionDescription,
      encryptionConfiguration: encryptionConfiguration,
    },
    required: ['name', 'definition', 'roleArn'],
  },
  CreateStateMachineAlias: {
    members: {
      description: aliasDescription,
      name: characterRestrictedName,
      routingConfiguration: routingConfigurationList,
    },
    required: ['name', 'routingConfiguration'],
  },
  DeleteActivity: { members: { activityArn: arn }, required: ['activityArn'] },
  DeleteStateMachine: { members: { stateMachineArn: arn }, required: ['stateMachineArn'] },
  DeleteStateMachineAlias: { members: { stateMachineAliasArn: arn }, required: ['stateMachineAliasArn'] },
  DeleteStateMachineVersion: { members: { stateMachineVersionArn: longArn }, required: ['stateMachineVersionArn'] },
  DescribeActivity: { members: { activityArn: arn }, required: ['activityArn'] },
  DescribeExecution: { members: { executionArn: arn, includedData: includedData }, required: ['executionArn'] },
  DescribeMapRun: { members: { mapRunArn: longArn }, required: ['mapRunArn'] },
  DescribeStateMachine: {
    members: { stateMachineArn: arn, includedData: includedData },
    required: ['stateMachineArn'],
  },
  DescribeStateMachineAlias: { members: { stateMachineAliasArn: arn }, required: ['stateMachineAliasArn'] },
  DescribeStateMachineForExecution: {
    members: { executionArn: arn, includedData: includedData },
    required: ['executionArn'],
  },
  GetActivityTask: { members: { activityArn: arn, workerName: name }, required: ['activityArn'] },
  GetExecutionHistory: {
    members: {
      executionArn: arn,
      maxResults: pageSize,
      reverseOrder: boolean,
      nextToken: pageToken,
      includeExecutionData: boolean,
    },
    required: ['executionArn'],
  },
  ListActivities: { members: { maxResults: pageSize, nextToken: pageToken } },
  ListExecutions: {
    members: {
      stateMachineArn: arn,
      statusFilter: executionStatus,
      maxResults: pageSize,
      nextToken: listExecutionsPageToken,
      mapRunArn: longArn,
      redriveFilter: executionRedriveFilter,
    },
  },
  ListMapRuns: {
    members: { executionArn: arn, maxResults: pageSize, nextToken: pageToken },
    required: ['executionArn'],
  },
  ListStateMachineAliases: {
    members: { stateMachineArn: arn, nextToken: pageToken, maxResults: pageSize },
    required: ['stateMachineArn'],
  },
  ListStateMachineVersions: {
    members: { stateMachineArn: arn, nextToken: pageToken, maxResults: pageSize },
    required: ['stateMachineArn'],
  },
  ListStateMachines: { members: { maxResults: pageSize, nextToken: pageToken } },
  ListTagsForResource: { members: { resourceArn: arn }, required: ['resourceArn'] },
  PublishStateMachineVersion: {
    members: { stateMachineArn: arn, revisionId: revisionId, description: versionDescription },
    required: ['stateMachineArn'],
  },
  RedriveExecution: { members: { executionArn: arn, clientToken: clientToken }, required: ['executionArn'] },
  SendTaskFailure: {
    members: { taskToken: taskToken, error: sensitiveError, cause: sensitiveCause },
    required: ['taskToken'],
  },
  SendTaskHeartbeat: { members: { taskToken: taskToken }, required: ['taskToken'] },
  SendTaskSuccess: { members: { taskToken: taskToken, output: sensitiveData }, required: ['taskToken', 'output'] },
  StartExecution: {
    members: { stateMachineArn: arn, name: name, input: sensitiveData, traceHeader: traceHeader },
    required: ['stateMachineArn'],
  },
  StartSyncExecution: {
    members: {
      stateMachineArn: arn,
      name: name,
      input: sensitiveData,
      traceHeader: traceHeader,
      includedData: includedData,
    },
    required: ['stateMachineArn'],
  },
  StopExecution: {
    members: { executionArn: arn, error: sensitiveError, cause: sensitiveCause },
    required: ['executionArn'],
  },
  TagResource: { members: { resourceArn: arn, tags: tagList }, required: ['resourceArn', 'tags'] },
  TestState: {
    members: {
      definition: definition,
      roleArn: arn,
      input: sensitiveData,
      inspectionLevel: inspectionLevel,
      revealSecrets: boolean,
      variables: sensitiveData,
      stateName: testStateStateName,
      mock: mockInput,
      context: sensitiveData,
      stateConfiguration: testStateConfiguration,
    },
    required: ['definition'],
  },
  UntagResource: { members: { resourceArn: arn, tagKeys: tagKeyList }, required: ['resourceArn', 'tagKeys'] },
  UpdateMapRun: {
    members: {
      mapRunArn: longArn,
      maxConcurrency: maxConcurrency,
      toleratedFailurePercentage: toleratedFailurePercentage,
      toleratedFailureCount: toleratedFailureCount,
    },
    required: ['mapRunArn'],
  },
  UpdateStateMachine: {
    members: {
      stateMachineArn: arn,
      definition: definition,
      roleArn: arn,
      loggingConfiguration: loggingConfiguration,
      tracingConfiguration: tracingConfiguration,
      publish: boolean,
      versionDescription: versionDescription,
      encryptionConfiguration: encryptionConfiguration,
    },
    required: ['stateMachineArn'],
  },
  UpdateStateMachineAlias: {
    members: {
      stateMachineAliasArn: arn,
      description: aliasDescription,
      routingConfiguration: routingConfigurationList,
    },
    required: ['stateMachineAliasArn'],
  },
  ValidateStateMachineDefinition: {
    members: {
      definition: definition,
      type: stateMachineType,
      severity: validateStateMachineDefinitionSeverity,
      maxResults: validateStateMachineDefinitionMaxResult,
    },
    required: ['definition'],
  },
}
