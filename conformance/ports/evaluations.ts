import {
  bind,
  choice,
  concat,
  eq,
  fail,
  identity,
  lower,
  minutes,
  or,
  otherwise,
  par,
  type Ref,
  repeatUntil,
  seconds,
  seq,
  service,
  uuid,
  wait,
  when,
} from '@orkestra/core'

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
interface Job {
  readonly Status: 'InProgress' | 'Completed' | 'Failed'
}

const pipeline = (nth: string, indexName: string, settle: number, chunking: object) => {
  const createBase = service(
    'aws-sdk:bedrockagent:createKnowledgeBase',
    () => ({
      KnowledgeBaseConfiguration: {
        Type: 'VECTOR',
        VectorKnowledgeBaseConfiguration: {
          EmbeddingModelArn: 'arn:aws:bedrock:REGION::foundation-model/amazon.titan-embed-text-v2:0',
          EmbeddingModelConfiguration: {
            BedrockEmbeddingModelConfiguration: { Dimensions: 1024, EmbeddingDataType: 'FLOAT32' },
          },
        },
      },
      Name: concat('KnowledgeBase', uuid()),
      RoleArn: 'arn:aws:iam::000000000000:role/bedrock-kb-role',
      StorageConfiguration: {
        OpensearchServerlessConfiguration: {
          CollectionArn: 'arn:aws:aoss:REGION:000000000000:collection/COLLECTION_ID',
          FieldMapping: { MetadataField: 'metadata', TextField: 'text', VectorField: 'vector_field' },
          VectorIndexName: indexName,
        },
        Type: 'OPENSEARCH_SERVERLESS',
      },
    }),
    {
      name: `CreateKnowledgeBase${nth}`,
      result: (r: Ref<{ readonly KnowledgeBase: { readonly KnowledgeBaseId: string } }>) =>
        r.KnowledgeBase.KnowledgeBaseId,
    },
  )
  return bind(createBase, (KnowledgeBaseId) => {
    const createSource = service(
      'aws-sdk:bedrockagent:createDataSource',
      () => ({
        DataSourceConfiguration: {
          S3Configuration: { BucketArn: 'arn:aws:s3:::BUCKET_NAME', BucketOwnerAccountId: '000000000000' },
          Type: 'S3',
        },
        KnowledgeBaseId,
        Name: concat('DataSource', uuid()),
        ...chunking,
      }),
      {
        name: `Create Data Source${nth}`,
        result: (r: Ref<{ readonly DataSource: { readonly DataSourceId: string } }>) => r.DataSource.DataSourceId,
      },
    )
    const createEvaluation = service(
      'aws-sdk:bedrock:createEvaluationJob',
      () => ({
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
        JobName: lower(concat('EvaluationJob', KnowledgeBaseId, uuid())),
        OutputDataConfig: { S3Uri: 's3://BUCKET_NAME/output/' },
        RoleArn: 'arn:aws:iam::000000000000:role/bedrock-eval-role',
      }),
      { name: `Create Evaluation Job${nth}`, result: (r: Ref<{ readonly JobArn: string }>) => r.JobArn },
    )
    return seq(
      wait(seconds(settle)),
      bind(createSource, (DataSourceId) => {
        const startIngestion = service(
          'aws-sdk:bedrockagent:startIngestionJob',
          () => ({ DataSourceId, KnowledgeBaseId }),
          {
            name: `Start Ingestion Job${nth}`,
            result: (r: Ref<{ readonly IngestionJob: { readonly IngestionJobId: string } }>) =>
              r.IngestionJob.IngestionJobId,
          },
        )
        return bind(startIngestion, (IngestionJobId) =>
          repeatUntil(
            service('aws-sdk:bedrockagent:getIngestionJob', () => ({ DataSourceId, IngestionJobId, KnowledgeBaseId }), {
              name: `Get Ingestion Job${nth}`,
              result: (r: Ref<{ readonly IngestionJob: { readonly Status: string } }>) => r,
            }),
            (r) => eq(r.IngestionJob.Status, 'COMPLETE'),
            { every: minutes(1), first: 'wait' },
          ),
        )
      }),
      bind(createEvaluation, (JobIdentifier) =>
        seq(
          repeatUntil(
            service('aws-sdk:bedrock:getEvaluationJob', () => ({ JobIdentifier }), {
              name: `Get Evaluation Job Status${nth}`,
              result: (r: Ref<Job>) => r,
            }),
            (job) => or(eq(job.Status, 'Completed'), eq(job.Status, 'Failed')),
            { every: minutes(10), first: 'wait' },
          ),
          choice(
            when((job) => eq(job.Status, 'Failed'), fail()),
            otherwise(identity()),
          ),
        ),
      ),
    )
  })
}

export const evaluations = par(
  pipeline('', 'vector-index-1', 20, {}),
  pipeline(' 2', 'vector-index-2', 30, hierarchical),
)
