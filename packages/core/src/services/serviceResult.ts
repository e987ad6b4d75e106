/** What the optimized integrations answer, where the answer is small and documented. */
import type { ServiceResource } from './integrations.ts'

/** An item of DynamoDB: each attribute under the letters of its type, `{ id: { S: 'a' }, price: { N: '3.14' } }`. */
export type DynamoItem = Readonly<Record<string, DynamoAttribute>>

/** One attribute; numbers and binaries are text. */
export type DynamoAttribute =
  | { readonly S: string }
  | { readonly N: string }
  | { readonly B: string }
  | { readonly BOOL: boolean }
  | { readonly NULL: boolean }
  | { readonly SS: readonly string[] }
  | { readonly NS: readonly string[] }
  | { readonly BS: readonly string[] }
  | { readonly L: readonly DynamoAttribute[] }
  | { readonly M: DynamoItem }

interface Written {
  /** Only where `ReturnValues` asks for them. */
  readonly Attributes?: DynamoItem
}

interface Response {
  readonly Headers: Readonly<Record<string, readonly string[]>>
  /** Parsed where it is JSON. */
  readonly ResponseBody: unknown
  readonly StatusCode: number
  readonly StatusText: string
}

interface Query {
  readonly QueryExecution: {
    readonly QueryExecutionId: string
    readonly Query: string
    readonly WorkGroup: string
    readonly Status: { readonly State: 'QUEUED' | 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'CANCELLED' }
    /** Left out where the work group keeps the results itself. */
    readonly ResultConfiguration?: { readonly OutputLocation?: string }
  }
}

interface EcsTask {
  readonly TaskArn: string
  readonly ClusterArn: string
  readonly TaskDefinitionArn: string
  readonly LastStatus: string
  readonly Containers: readonly { readonly Name: string; readonly ExitCode?: number }[]
}

interface Build {
  readonly Build: {
    readonly Id: string
    readonly Arn: string
    readonly ProjectName: string
    readonly BuildStatus: string
  }
}

/** A number of milliseconds or ISO text: the developer guide does not promise either. */
type Time = number | string

interface Ended {
  readonly ExecutionArn: string
  readonly Name: string
  readonly StateMachineArn: string
  /** Another end than this fails the task. */
  readonly Status: 'SUCCEEDED'
  readonly StartDate: Time
  readonly StopDate: Time
}

/**
 * By resource. Besides, each holds `SdkHttpMetadata` and `SdkResponseMetadata` where the service adds them.
 * https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html, and the API reference of each service.
 */
interface Results {
  readonly 'apigateway:invoke': Response
  readonly 'athena:getQueryExecution': Query
  readonly 'athena:getQueryResults': {
    readonly ResultSet: {
      /** The first row holds the names of the columns. */
      readonly Rows: readonly { readonly Data: readonly { readonly VarCharValue?: string }[] }[]
      readonly ResultSetMetadata: { readonly ColumnInfo: readonly { readonly Name: string; readonly Type: string }[] }
    }
    readonly NextToken?: string
  }
  readonly 'athena:startQueryExecution': { readonly QueryExecutionId: string }
  readonly 'athena:startQueryExecution.sync': Query
  readonly 'batch:submitJob': { readonly JobArn: string; readonly JobId: string; readonly JobName: string }
  readonly 'batch:submitJob.sync': {
    readonly JobArn: string
    readonly JobId: string
    readonly JobName: string
    readonly JobQueue: string
    readonly JobDefinition: string
    /** Another end than this fails the task. */
    readonly Status: 'SUCCEEDED'
  }
  readonly 'bedrock:createModelCustomizationJob': { readonly JobArn: string }
  /** Parsed, where the model answers in JSON. */
  readonly 'bedrock:invokeModel': { readonly Body: unknown; readonly ContentType: string }
  readonly 'codebuild:startBuild': Build
  readonly 'codebuild:startBuild.sync': Build
  readonly 'databrew:startJobRun': { readonly RunId: string }
  readonly 'dynamodb:deleteItem': Written
  /** `Item` is left out where there is none with the key. */
  readonly 'dynamodb:getItem': { readonly Item?: DynamoItem }
  readonly 'dynamodb:putItem': Written
  readonly 'dynamodb:updateItem': Written
  readonly 'ecs:runTask': {
    readonly Tasks: readonly EcsTask[]
    readonly Failures: readonly { readonly Arn?: string; readonly Reason?: string; readonly Detail?: string }[]
  }
  readonly 'ecs:runTask.sync': EcsTask
  readonly 'elasticmapreduce:addStep': { readonly StepId: string }
  readonly 'elasticmapreduce:createCluster': { readonly ClusterId: string; readonly ClusterArn: string }
  readonly 'emr-containers:createVirtualCluster': { readonly Id: string; readonly Name: string; readonly Arn: string }
  readonly 'emr-containers:startJobRun': {
    readonly Id: string
    readonly Name: string
    readonly Arn: string
    readonly VirtualClusterId: string
  }
  readonly 'emr-serverless:createApplication': {
    readonly ApplicationId: string
    readonly Name?: string
    readonly Arn: string
  }
  readonly 'emr-serverless:startJobRun': {
    readonly ApplicationId: string
    readonly JobRunId: string
    readonly Arn: string
  }
  readonly 'events:putEvents': {
    readonly Entries: readonly { readonly EventId: string }[]
    /** An entry that is refused fails the task, with `EventBridge.FailedEntry`. */
    readonly FailedEntryCount: 0
  }
  readonly 'glue:startJobRun': { readonly JobRunId: string }
  readonly 'glue:startJobRun.sync': {
    readonly Id: string
    readonly JobName: string
    /** Another end than this fails the task. */
    readonly JobRunState: 'SUCCEEDED'
    readonly Attempt: number
    /** Seconds. */
    readonly ExecutionTime: number
  }
  readonly 'http:invoke': Response
  readonly 'lambda:invoke': {
    readonly ExecutedVersion?: string
    /** What the function returned, parsed; `""` with `InvocationType: "Event"`. */
    readonly Payload: unknown
    readonly StatusCode: number
    readonly LogResult?: string
  }
  readonly 'sagemaker:createEndpoint': { readonly EndpointArn: string }
  readonly 'sagemaker:createEndpointConfig': { readonly EndpointConfigArn: string }
  readonly 'sagemaker:createHyperParameterTuningJob': { readonly HyperParameterTuningJobArn: string }
  readonly 'sagemaker:createLabelingJob': { readonly LabelingJobArn: string }
  readonly 'sagemaker:createModel': { readonly ModelArn: string }
  readonly 'sagemaker:createProcessingJob': { readonly ProcessingJobArn: string }
  readonly 'sagemaker:createTrainingJob': { readonly TrainingJobArn: string }
  readonly 'sagemaker:createTransformJob': { readonly TransformJobArn: string }
  readonly 'sagemaker:updateEndpoint': { readonly EndpointArn: string }
  readonly 'sns:publish': { readonly MessageId: string; readonly SequenceNumber?: string }
  readonly 'sqs:sendMessage': {
    readonly MessageId: string
    readonly MD5OfMessageBody: string
    readonly MD5OfMessageAttributes?: string
    /** Of a FIFO queue. */
    readonly SequenceNumber?: string
  }
  readonly 'states:startExecution': { readonly ExecutionArn: string; readonly StartDate: Time }
  /** Input and output as JSON text. */
  readonly 'states:startExecution.sync': Ended & { readonly Input: string; readonly Output: string }
  /** Input and output parsed. */
  readonly 'states:startExecution.sync:2': Ended & { readonly Input: unknown; readonly Output: unknown }
}

/**
 * What a resource answers; `unknown` where it is not told here. With `.waitForTaskToken` it is what the token was answered with,
 * which nobody but the one who answers knows: `unknown`.
 *
 * @example ServiceResult<'sns:publish'> // { readonly MessageId: string; readonly SequenceNumber?: string }
 */
export type ServiceResult<R extends ServiceResource> = R extends keyof Results ? Results[R] : unknown
