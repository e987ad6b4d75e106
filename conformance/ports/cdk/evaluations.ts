/** The evaluations as CDK's own constructs say them. */

import {
  Choice,
  Condition,
  Fail,
  type IChainable,
  Parallel,
  Succeed,
  Wait,
  WaitTime,
} from 'aws-cdk-lib/aws-stepfunctions'
import { CallAwsService } from 'aws-cdk-lib/aws-stepfunctions-tasks'
import { Duration } from 'aws-cdk-lib/core'
import { Construct } from 'constructs'

const model = 'anthropic.claude-3-5-sonnet-20240620-v1:0'
const hierarchical = {
  VectorIngestionConfiguration: {
    ChunkingConfiguration: {
      ChunkingStrategy: 'HIERARCHICAL',
      HierarchicalChunkingConfiguration: {
        LevelConfigurations: [{ MaxTokens: 1500 }, { MaxTokens: 300 }],
        OverlapTokens: 60,
      },
    },
  },
}
const KnowledgeBaseId = '{% $KnowledgeBaseId %}'
const DataSourceId = '{% $DataSourceId %}'

export class Evaluations extends Construct {
  readonly start: IChainable

  constructor(scope: Construct, id: string) {
    super(scope, id)
    const pipeline = (nth: string, indexName: string, settle: number, chunking: object) => {
      const call = (name: string, service: string, action: string, parameters: object, assign: object = {}) =>
        CallAwsService.jsonata(this, `${name}${nth}`, { service, action, parameters, assign, iamResources: ['*'] })
      const wait = (name: string, duration: Duration) =>
        Wait.jsonata(this, `${name}${nth}`, { time: WaitTime.duration(duration) })

      const createBase = call(
        'CreateKnowledgeBase',
        'bedrockagent',
        'createKnowledgeBase',
        {
          KnowledgeBaseConfiguration: {
            Type: 'VECTOR',
            VectorKnowledgeBaseConfiguration: {
              EmbeddingModelArn: 'arn:aws:bedrock:REGION::foundation-model/amazon.titan-embed-text-v2:0',
              EmbeddingModelConfiguration: {
                BedrockEmbeddingModelConfiguration: { Dimensions: 1024, EmbeddingDataType: 'FLOAT32' },
              },
            },
          },
          Name: "{% 'KnowledgeBase' & $uuid() %}",
          RoleArn: 'arn:aws:iam::000000000000:role/bedrock-kb-role',
          StorageConfiguration: {
            OpensearchServerlessConfiguration: {
              CollectionArn: 'arn:aws:aoss:REGION:000000000000:collection/COLLECTION_ID',
              FieldMapping: { MetadataField: 'metadata', TextField: 'text', VectorField: 'vector_field' },
              VectorIndexName: indexName,
            },
            Type: 'OPENSEARCH_SERVERLESS',
          },
        },
        { KnowledgeBaseId: '{% $states.result.KnowledgeBase.KnowledgeBaseId %}' },
      )
      const createSource = call(
        'Create Data Source',
        'bedrockagent',
        'createDataSource',
        {
          DataSourceConfiguration: {
            S3Configuration: { BucketArn: 'arn:aws:s3:::BUCKET_NAME', BucketOwnerAccountId: '000000000000' },
            Type: 'S3',
          },
          KnowledgeBaseId,
          Name: "{% 'DataSource' & $uuid() %}",
          ...chunking,
        },
        { DataSourceId: '{% $states.result.DataSource.DataSourceId %}' },
      )
      const startIngestion = call(
        'Start Ingestion Job',
        'bedrockagent',
        'startIngestionJob',
        { DataSourceId, KnowledgeBaseId },
        { IngestionJobId: '{% $states.result.IngestionJob.IngestionJobId %}' },
      )
      const getIngestion = call('Get Ingestion Job', 'bedrockagent', 'getIngestionJob', {
        DataSourceId,
        IngestionJobId: '{% $IngestionJobId %}',
        KnowledgeBaseId,
      })
      const createEvaluation = call(
        'Create Evaluation Job',
        'bedrock',
        'createEvaluationJob',
        {
          ApplicationType: 'RagEvaluation',
          EvaluationConfig: {
            Automated: {
              DatasetMetricConfigs: [
                {
                  Dataset: {
                    DatasetLocation: { S3Uri: 's3://BUCKET_NAME/input/referenceresponses.jsonl' },
                    Name: 'Evaluations',
                  },
                  MetricNames: ['Builtin.Correctness', 'Builtin.Completeness', 'Builtin.Helpfulness'],
                  TaskType: 'Generation',
                },
              ],
              EvaluatorModelConfig: { BedrockEvaluatorModels: [{ ModelIdentifier: model }] },
            },
          },
          InferenceConfig: {
            RagConfigs: [
              {
                KnowledgeBaseConfig: {
                  RetrieveAndGenerateConfig: {
                    KnowledgeBaseConfiguration: {
                      KnowledgeBaseId,
                      ModelArn: model,
                      RetrievalConfiguration: { VectorSearchConfiguration: { NumberOfResults: 3 } },
                    },
                    Type: 'KNOWLEDGE_BASE',
                  },
                },
              },
            ],
          },
          JobName: "{% $lowercase('EvaluationJob' & $KnowledgeBaseId & $uuid()) %}",
          OutputDataConfig: { S3Uri: 's3://BUCKET_NAME/output/' },
          RoleArn: 'arn:aws:iam::000000000000:role/bedrock-eval-role',
        },
        { JobIdentifier: '{% $states.result.JobArn %}' },
      )
      const getEvaluation = call('Get Evaluation Job Status', 'bedrock', 'getEvaluationJob', {
        JobIdentifier: '{% $JobIdentifier %}',
      })

      const waitForEvaluation = wait('Wait for evaluation', Duration.minutes(10))
      waitForEvaluation.next(getEvaluation).next(
        Choice.jsonata(this, `Evaluated?${nth}`)
          .when(Condition.jsonata("{% $states.input.Status = 'Completed' %}"), Succeed.jsonata(this, `Completed${nth}`))
          .when(Condition.jsonata("{% $states.input.Status = 'Failed' %}"), Fail.jsonata(this, `Failed${nth}`))
          .otherwise(waitForEvaluation),
      )
      const waitForIngestion = wait('Wait for ingestion', Duration.minutes(1))
      waitForIngestion
        .next(getIngestion)
        .next(
          Choice.jsonata(this, `Ingested?${nth}`)
            .when(
              Condition.jsonata("{% $states.input.IngestionJob.Status = 'COMPLETE' %}"),
              createEvaluation.next(waitForEvaluation),
            )
            .otherwise(waitForIngestion),
        )
      return createBase
        .next(wait('Settle', Duration.seconds(settle)))
        .next(createSource)
        .next(startIngestion)
        .next(waitForIngestion)
    }

    this.start = Parallel.jsonata(this, 'Pipelines')
      .branch(pipeline('', 'vector-index-1', 20, {}))
      .branch(pipeline(' 2', 'vector-index-2', 30, hierarchical))
  }
}
