/** The clients whose calls the files beside this one are checked against. */
import type { DynamoDB } from '@aws-sdk/client-dynamodb'

/** A client as the SDK has them, with names that Java writes otherwise. */
interface Rds {
  readonly send: unknown
  describeDBInstances(
    input: { DBInstanceIdentifier?: string | undefined; maxRecords: number | undefined },
    options: unknown,
    done: (error: never, output?: { DBInstances?: { DBInstanceArn?: string; at?: Date }[]; $metadata: object }) => void,
  ): void
}

/** Messages, whose body is text to the SDK and any JSON to Step Functions. */
interface Sqs {
  readonly send: unknown
  sendMessage(
    input: { QueueUrl: string | undefined; MessageBody: string | undefined; DelaySeconds?: number | undefined },
    options: unknown,
    done: (error: never, output?: { MessageId?: string }) => void,
  ): void
}

/** A service that an optimized integration calls by another name. */
interface EmrServerless {
  readonly send: unknown
  startApplication(
    input: { applicationId: string | undefined },
    options: unknown,
    done: (error: never, output?: object) => void,
  ): void
}

/** Models, which Step Functions gives objects of S3 as well, and any JSON. */
interface BedrockRuntime {
  readonly send: unknown
  invokeModel(
    input: { modelId: string | undefined; body?: Uint8Array; accept?: string },
    options: unknown,
    done: (error: never, output?: object) => void,
  ): void
}

/** What an optimized integration calls by a name of its own. */
interface Emr {
  readonly send: unknown
  runJobFlow(
    input: { Name: string | undefined; Instances: { InstanceCount?: number } | undefined; Steps?: { Name: string }[] },
    options: unknown,
    done: (error: never, output?: object) => void,
  ): void
}

declare module '@orkestra/core/sdk' {
  interface SdkClients {
    readonly dynamodb: typeof import('@aws-sdk/client-dynamodb')
    readonly mydynamo: DynamoDB
    readonly mys3: typeof import('@aws-sdk/client-s3')
    readonly rds: Rds
    readonly sqs: Sqs
    readonly emrserverless: EmrServerless
    readonly bedrockruntime: BedrockRuntime
    readonly emr: Emr
  }
}
