/**
 * The optimized integrations of Step Functions: one table, and the types that follow from it. It depends on nothing: the validator
 * loads it without the algebra.
 */
import type { CheckedSdk } from '../sdk/calls.ts'

// Whoever loads no algebra has the limits from here, too.
export { longestLabel, longestName, longestWait, payloadLimit } from '../quotas.ts'

/** How a Task waits: for the answer, for the end of the job it started, or for somebody to return its token. */
export type IntegrationPattern = 'requestResponse' | 'sync' | 'sync:2' | 'waitForTaskToken'

/** What one action of an optimized integration can do, and what it must be told. */
export interface Integration {
  readonly patterns: readonly IntegrationPattern[]
  /** Fields that the call cannot do without. */
  readonly required: readonly string[]
}

/**
 * The optimized integrations: service, action, patterns, required fields. Each list is written out: the types are read off it.
 *
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html and the page of each service there. The
 * required fields are those that the service's own API asks for, under the names that Step Functions gives them.
 *
 * @example integrations.sqs.sendMessage.required // ['QueueUrl', 'MessageBody']
 */
export const integrations = {
  apigateway: {
    invoke: { patterns: ['requestResponse', 'waitForTaskToken'], required: ['ApiEndpoint', 'Method'] },
  },
  athena: {
    startQueryExecution: { patterns: ['requestResponse', 'sync'], required: ['QueryString'] },
    stopQueryExecution: { patterns: ['requestResponse'], required: ['QueryExecutionId'] },
    getQueryExecution: { patterns: ['requestResponse'], required: ['QueryExecutionId'] },
    getQueryResults: { patterns: ['requestResponse'], required: ['QueryExecutionId'] },
  },
  batch: {
    submitJob: { patterns: ['requestResponse', 'sync'], required: ['JobDefinition', 'JobName', 'JobQueue'] },
  },
  bedrock: {
    invokeModel: { patterns: ['requestResponse', 'waitForTaskToken'], required: ['ModelId'] },
    createModelCustomizationJob: {
      patterns: ['requestResponse', 'sync'],
      required: [
        'BaseModelIdentifier',
        'CustomModelName',
        'JobName',
        'OutputDataConfig',
        'RoleArn',
        'TrainingDataConfig',
      ],
    },
  },
  bedrockagentcore: {
    invokeHarness: { patterns: ['requestResponse'], required: ['HarnessArn', 'RuntimeSessionId', 'Messages'] },
  },
  codebuild: {
    startBuild: { patterns: ['requestResponse', 'sync'], required: ['ProjectName'] },
    stopBuild: { patterns: ['requestResponse'], required: ['Id'] },
    batchDeleteBuilds: { patterns: ['requestResponse'], required: ['Ids'] },
    batchGetReports: { patterns: ['requestResponse'], required: ['ReportArns'] },
    startBuildBatch: { patterns: ['requestResponse', 'sync'], required: ['ProjectName'] },
    stopBuildBatch: { patterns: ['requestResponse'], required: ['Id'] },
    retryBuildBatch: { patterns: ['requestResponse', 'sync'], required: [] },
    deleteBuildBatch: { patterns: ['requestResponse'], required: ['Id'] },
  },
  databrew: {
    startJobRun: { patterns: ['requestResponse', 'sync'], required: ['Name'] },
  },
  dynamodb: {
    getItem: { patterns: ['requestResponse'], required: ['TableName', 'Key'] },
    putItem: { patterns: ['requestResponse'], required: ['TableName', 'Item'] },
    updateItem: { patterns: ['requestResponse'], required: ['TableName', 'Key'] },
    deleteItem: { patterns: ['requestResponse'], required: ['TableName', 'Key'] },
  },
  ecs: {
    runTask: { patterns: ['requestResponse', 'sync', 'waitForTaskToken'], required: ['TaskDefinition'] },
  },
  eks: {
    call: {
      patterns: ['requestResponse', 'waitForTaskToken'],
      required: ['ClusterName', 'CertificateAuthority', 'Endpoint', 'Method', 'Path'],
    },
    createCluster: {
      patterns: ['requestResponse', 'sync', 'waitForTaskToken'],
      required: ['Name', 'ResourcesVpcConfig', 'RoleArn'],
    },
    deleteCluster: { patterns: ['requestResponse', 'sync', 'waitForTaskToken'], required: ['Name'] },
    createNodegroup: {
      patterns: ['requestResponse', 'sync', 'waitForTaskToken'],
      required: ['ClusterName', 'NodegroupName', 'NodeRole', 'Subnets'],
    },
    deleteNodegroup: {
      patterns: ['requestResponse', 'sync', 'waitForTaskToken'],
      required: ['ClusterName', 'NodegroupName'],
    },
    createFargateProfile: {
      patterns: ['requestResponse', 'sync', 'waitForTaskToken'],
      required: ['ClusterName', 'FargateProfileName', 'PodExecutionRoleArn'],
    },
    deleteFargateProfile: {
      patterns: ['requestResponse', 'sync', 'waitForTaskToken'],
      required: ['ClusterName', 'FargateProfileName'],
    },
    runJob: {
      patterns: ['requestResponse', 'sync', 'waitForTaskToken'],
      required: ['ClusterName', 'CertificateAuthority', 'Endpoint', 'Job'],
    },
  },
  elasticmapreduce: {
    createCluster: { patterns: ['requestResponse', 'sync'], required: ['Name', 'Instances'] },
    terminateCluster: { patterns: ['requestResponse', 'sync'], required: ['ClusterId'] },
    addStep: { patterns: ['requestResponse', 'sync'], required: ['ClusterId', 'Step'] },
    cancelStep: { patterns: ['requestResponse'], required: ['ClusterId', 'StepId'] },
    setClusterTerminationProtection: { patterns: ['requestResponse'], required: ['ClusterId', 'TerminationProtected'] },
    modifyInstanceFleetByName: {
      patterns: ['requestResponse'],
      required: ['ClusterId', 'InstanceFleetName', 'InstanceFleet'],
    },
    modifyInstanceGroupByName: {
      patterns: ['requestResponse'],
      required: ['ClusterId', 'InstanceGroupName', 'InstanceGroup'],
    },
  },
  'emr-containers': {
    createVirtualCluster: { patterns: ['requestResponse'], required: ['Name', 'ContainerProvider'] },
    deleteVirtualCluster: { patterns: ['requestResponse', 'sync'], required: ['Id'] },
    startJobRun: { patterns: ['requestResponse', 'sync'], required: ['VirtualClusterId'] },
  },
  'emr-serverless': {
    createApplication: { patterns: ['requestResponse', 'sync'], required: ['ReleaseLabel', 'Type'] },
    startApplication: { patterns: ['requestResponse', 'sync'], required: ['ApplicationId'] },
    stopApplication: { patterns: ['requestResponse', 'sync'], required: ['ApplicationId'] },
    deleteApplication: { patterns: ['requestResponse', 'sync'], required: ['ApplicationId'] },
    startJobRun: { patterns: ['requestResponse', 'sync'], required: ['ApplicationId', 'ExecutionRoleArn'] },
    cancelJobRun: { patterns: ['requestResponse', 'sync'], required: ['ApplicationId', 'JobRunId'] },
  },
  events: {
    putEvents: { patterns: ['requestResponse', 'waitForTaskToken'], required: ['Entries'] },
  },
  glue: {
    startJobRun: { patterns: ['requestResponse', 'sync'], required: ['JobName'] },
  },
  http: {
    invoke: { patterns: ['requestResponse'], required: ['ApiEndpoint', 'Method'] },
  },
  lambda: {
    invoke: { patterns: ['requestResponse', 'waitForTaskToken'], required: ['FunctionName'] },
  },
  mediaconvert: {
    createJob: { patterns: ['requestResponse', 'sync'], required: ['Role', 'Settings'] },
  },
  sagemaker: {
    createEndpoint: { patterns: ['requestResponse'], required: ['EndpointName', 'EndpointConfigName'] },
    createEndpointConfig: { patterns: ['requestResponse'], required: ['EndpointConfigName', 'ProductionVariants'] },
    createHyperParameterTuningJob: {
      patterns: ['requestResponse', 'sync'],
      required: ['HyperParameterTuningJobName', 'HyperParameterTuningJobConfig'],
    },
    createLabelingJob: {
      patterns: ['requestResponse', 'sync'],
      required: ['LabelingJobName', 'LabelAttributeName', 'InputConfig', 'OutputConfig', 'RoleArn', 'HumanTaskConfig'],
    },
    createModel: { patterns: ['requestResponse'], required: ['ModelName'] },
    createProcessingJob: {
      patterns: ['requestResponse', 'sync'],
      required: ['ProcessingJobName', 'ProcessingResources', 'AppSpecification', 'RoleArn'],
    },
    createTrainingJob: {
      patterns: ['requestResponse', 'sync'],
      required: ['TrainingJobName', 'OutputDataConfig', 'RoleArn'],
    },
    createTransformJob: {
      patterns: ['requestResponse', 'sync'],
      required: ['TransformJobName', 'ModelName', 'TransformInput', 'TransformOutput', 'TransformResources'],
    },
    updateEndpoint: { patterns: ['requestResponse'], required: ['EndpointName', 'EndpointConfigName'] },
  },
  sns: {
    publish: { patterns: ['requestResponse', 'waitForTaskToken'], required: ['Message'] },
  },
  sqs: {
    sendMessage: { patterns: ['requestResponse', 'waitForTaskToken'], required: ['QueueUrl', 'MessageBody'] },
  },
  states: {
    startExecution: {
      patterns: ['requestResponse', 'sync', 'sync:2', 'waitForTaskToken'],
      required: ['StateMachineArn'],
    },
  },
} as const

/** The table as a type. */
export type Integrations = typeof integrations

/** How a pattern is written at the end of a resource. */
interface Suffix {
  readonly requestResponse: ''
  readonly sync: '.sync'
  readonly 'sync:2': '.sync:2'
  readonly waitForTaskToken: '.waitForTaskToken'
}

/** Service and action, as `sqs:sendMessage`, with the entry of each. */
type Actions = {
  [Service in keyof Integrations as `${Service}:${keyof Integrations[Service] & string}`]: Integrations[Service]
} extends infer Services
  ? {
      readonly [Name in keyof Services]: Name extends `${string}:${infer Action}`
        ? Action extends keyof Services[Name]
          ? Services[Name][Action]
          : never
        : never
    }
  : never

/** Every resource of an optimized integration, with each pattern that its action has: `sqs:sendMessage.waitForTaskToken`. */
export type OptimizedResource = {
  [Name in keyof Actions]: Actions[Name] extends { readonly patterns: readonly (infer Pattern extends keyof Suffix)[] }
    ? `${Name}${Suffix[Pattern]}`
    : never
}[keyof Actions]

/**
 * Any action of the AWS SDK: `aws-sdk:dynamodb:query`, `aws-sdk:s3:getObject.waitForTaskToken`. Services are lower-case, actions
 * start in lower case. A type of text cannot leave an ending out, so `.sync` is refused by `SupportedResource`.
 */
export type SdkResource = `aws-sdk:${Lowercase<string>}:${Uncapitalize<string>}`

/** What a service task calls, without the `arn:aws:states:::` before it. */
export type ServiceResource = OptimizedResource | SdkResource

/**
 * The resource itself; for an action of the SDK that is told to wait for a job, a sentence that no text is, so that the error
 * says what is wrong. For the type of a parameter, from which `R` is inferred.
 *
 * @example declare const call: <const R extends ServiceResource>(resource: SupportedResource<R>) => void
 */
export type SupportedResource<R extends ServiceResource> = R extends `aws-sdk:${string}.${'sync' | 'sync:2'}`
  ? 'The AWS SDK has no .sync: only optimized integrations wait for a job.'
  : CheckedSdk<R>

/** The entry of a resource in the table, whatever its pattern. */
type Entry<R> = R extends `aws-sdk:${string}`
  ? { readonly required: readonly never[] }
  : R extends `${infer Service}:${infer Action}.${string}`
    ? Actions[`${Service}:${Action}` & keyof Actions]
    : R extends keyof Actions
      ? Actions[R]
      : never

/**
 * A resource's arguments: its required fields, and any others. `{ readonly [field: string]: unknown }` for the SDK.
 *
 * @example ServiceArguments<'sqs:sendMessage'> // { readonly QueueUrl: unknown; readonly MessageBody: unknown; … }
 */
export type ServiceArguments<R extends ServiceResource> = { readonly [field: string]: unknown } & {
  readonly [Field in Entry<R>['required'][number]]: unknown
}
