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

declare module '@orkestra/core/sdk' {
  interface SdkClients {
    readonly dynamodb: typeof import('@aws-sdk/client-dynamodb')
    readonly mydynamo: DynamoDB
    readonly rds: Rds
    readonly sqs: Sqs
  }
}
