// Which actions of IAM a call of the SDK needs where they have another name than the operation. Each is held against the Service
// Authorization Reference when the table is made.
// S3: https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html
// DynamoDB: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis-iam.html, ql-iam.html
// SQS: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-api-permissions-reference.html
// Bedrock: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html
// Budgets: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsbudgetservice.html
// Keyspaces: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonkeyspacesforapachecassandra.html
// Others: the page of the service under https://docs.aws.amazon.com/service-authorization/latest/reference/

/** The prefix of a service where neither the model nor CDK's metadata has it. */
export const prefixes = {
  cloudcontrol: 'cloudformation',
  iotdataplane: 'iot',
  iotjobsdataplane: 'iotjobsdata',
  iotsecuretunneling: 'iot',
  mturk: 'mechanicalturk',
  partnercentralaccount: 'partnercentral',
  partnercentralbenefits: 'partnercentral',
  partnercentralchannel: 'partnercentral',
  partnercentralselling: 'partnercentral',
  resourcegroupstaggingapi: 'tag',
}

const of = (action, ...operations) => Object.fromEntries(operations.map((operation) => [operation, [action]]))

const partiQL = ['dynamodb:PartiQLDelete', 'dynamodb:PartiQLInsert', 'dynamodb:PartiQLSelect', 'dynamodb:PartiQLUpdate']

export const irregularActions = {
  accessanalyzer: {
    getFindingV2: ['access-analyzer:GetFinding'],
    listFindingsV2: ['access-analyzer:ListFindings'],
  },
  apigatewaymanagementapi: of('execute-api:ManageConnections', 'deleteConnection', 'getConnection', 'postToConnection'),
  bedrockruntime: of('bedrock:InvokeModel', 'converse', 'startAsyncInvoke'),
  budgets: {
    ...of(
      'budgets:ModifyBudget',
      'createBudget',
      'createNotification',
      'createSubscriber',
      'deleteBudget',
      'deleteNotification',
      'deleteSubscriber',
      'updateBudget',
      'updateNotification',
      'updateSubscriber',
    ),
    ...of(
      'budgets:ViewBudget',
      'describeBudget',
      'describeBudgetNotificationsForAccount',
      'describeBudgetPerformanceHistory',
      'describeBudgets',
      'describeNotificationsForBudget',
      'describeSubscribersForNotification',
    ),
  },
  cloudfront: { createDistributionWithTags: ['cloudfront:CreateDistribution', 'cloudfront:TagResource'] },
  cloudsearchdomain: { uploadDocuments: ['cloudsearch:document'] },
  dynamodb: {
    // Which of them, the statements and the items say.
    batchExecuteStatement: partiQL,
    executeStatement: partiQL,
    executeTransaction: partiQL,
    transactGetItems: ['dynamodb:GetItem'],
    transactWriteItems: [
      'dynamodb:ConditionCheckItem',
      'dynamodb:DeleteItem',
      'dynamodb:PutItem',
      'dynamodb:UpdateItem',
    ],
  },
  keyspaces: {
    ...of('cassandra:Create', 'createKeyspace', 'createTable', 'createType'),
    ...of('cassandra:Drop', 'deleteKeyspace', 'deleteTable', 'deleteType'),
    ...of('cassandra:Select', 'getKeyspace', 'getTable', 'getType', 'listKeyspaces', 'listTables', 'listTypes'),
    restoreTable: ['cassandra:Restore', 'cassandra:Select'],
    updateTable: ['cassandra:Alter'],
  },
  kms: { reEncrypt: ['kms:ReEncryptFrom', 'kms:ReEncryptTo'] },
  lambda: { getLayerVersionByArn: ['lambda:GetLayerVersion'], invoke: ['lambda:InvokeFunction'] },
  neptunedata: {
    ...of('neptune-db:CancelQuery', 'cancelGremlinQuery', 'cancelOpenCypherQuery'),
    ...of(
      'neptune-db:GetQueryStatus',
      'getGremlinQueryStatus',
      'getOpenCypherQueryStatus',
      'listGremlinQueries',
      'listOpenCypherQueries',
    ),
    executeFastReset: ['neptune-db:ResetDatabase'],
  },
  s3: {
    ...of('s3:PutObject', 'completeMultipartUpload', 'createMultipartUpload', 'uploadPart'),
    copyObject: ['s3:GetObject', 's3:PutObject'],
    createBucketMetadataConfiguration: ['s3:CreateBucketMetadataTableConfiguration'],
    createSession: ['s3express:CreateSession'],
    deleteBucketAnalyticsConfiguration: ['s3:PutAnalyticsConfiguration'],
    deleteBucketCors: ['s3:PutBucketCORS'],
    deleteBucketEncryption: ['s3:PutEncryptionConfiguration'],
    deleteBucketIntelligentTieringConfiguration: ['s3:PutIntelligentTieringConfiguration'],
    deleteBucketInventoryConfiguration: ['s3:PutInventoryConfiguration'],
    deleteBucketLifecycle: ['s3:PutLifecycleConfiguration'],
    deleteBucketMetadataConfiguration: ['s3:DeleteBucketMetadataTableConfiguration'],
    deleteBucketMetricsConfiguration: ['s3:PutMetricsConfiguration'],
    deleteBucketOwnershipControls: ['s3:PutBucketOwnershipControls'],
    deleteBucketReplication: ['s3:PutReplicationConfiguration'],
    deleteBucketTagging: ['s3:PutBucketTagging'],
    deleteObjects: ['s3:DeleteObject'],
    deletePublicAccessBlock: ['s3:PutBucketPublicAccessBlock'],
    getBucketAccelerateConfiguration: ['s3:GetAccelerateConfiguration'],
    ...of('s3:GetAnalyticsConfiguration', 'getBucketAnalyticsConfiguration', 'listBucketAnalyticsConfigurations'),
    getBucketEncryption: ['s3:GetEncryptionConfiguration'],
    ...of(
      's3:GetIntelligentTieringConfiguration',
      'getBucketIntelligentTieringConfiguration',
      'listBucketIntelligentTieringConfigurations',
    ),
    ...of('s3:GetInventoryConfiguration', 'getBucketInventoryConfiguration', 'listBucketInventoryConfigurations'),
    ...of('s3:GetLifecycleConfiguration', 'getBucketLifecycle', 'getBucketLifecycleConfiguration'),
    getBucketMetadataConfiguration: ['s3:GetBucketMetadataTableConfiguration'],
    ...of('s3:GetMetricsConfiguration', 'getBucketMetricsConfiguration', 'listBucketMetricsConfigurations'),
    getBucketNotificationConfiguration: ['s3:GetBucketNotification'],
    getBucketReplication: ['s3:GetReplicationConfiguration'],
    getObjectLockConfiguration: ['s3:GetBucketObjectLockConfiguration'],
    getPublicAccessBlock: ['s3:GetBucketPublicAccessBlock'],
    headBucket: ['s3:ListBucket'],
    headObject: ['s3:GetObject'],
    listBuckets: ['s3:ListAllMyBuckets'],
    listDirectoryBuckets: ['s3express:ListAllMyDirectoryBuckets'],
    listMultipartUploads: ['s3:ListBucketMultipartUploads'],
    listObjectVersions: ['s3:ListBucketVersions'],
    ...of('s3:ListBucket', 'listObjects', 'listObjectsV2'),
    listParts: ['s3:ListMultipartUploadParts'],
    putBucketAccelerateConfiguration: ['s3:PutAccelerateConfiguration'],
    putBucketAnalyticsConfiguration: ['s3:PutAnalyticsConfiguration'],
    putBucketEncryption: ['s3:PutEncryptionConfiguration'],
    putBucketIntelligentTieringConfiguration: ['s3:PutIntelligentTieringConfiguration'],
    putBucketInventoryConfiguration: ['s3:PutInventoryConfiguration'],
    ...of('s3:PutLifecycleConfiguration', 'putBucketLifecycle', 'putBucketLifecycleConfiguration'),
    putBucketMetricsConfiguration: ['s3:PutMetricsConfiguration'],
    putBucketNotificationConfiguration: ['s3:PutBucketNotification'],
    putBucketReplication: ['s3:PutReplicationConfiguration'],
    putObjectLockConfiguration: ['s3:PutBucketObjectLockConfiguration'],
    putPublicAccessBlock: ['s3:PutBucketPublicAccessBlock'],
    uploadPartCopy: ['s3:GetObject', 's3:PutObject'],
    writeGetObjectResponse: ['s3-object-lambda:WriteGetObjectResponse'],
  },
  s3control: {
    // Buckets of this API are those of Outposts, and its block of public access is the account's.
    ...Object.fromEntries(
      [
        'createBucket',
        'deleteBucket',
        'deleteBucketPolicy',
        'getBucket',
        'getBucketPolicy',
        'getBucketTagging',
        'getBucketVersioning',
        'listRegionalBuckets',
        'putBucketPolicy',
        'putBucketTagging',
        'putBucketVersioning',
      ].map((operation) => [operation, [`s3-outposts:${operation[0].toUpperCase()}${operation.slice(1)}`]]),
    ),
    ...of(
      's3-outposts:PutLifecycleConfiguration',
      'deleteBucketLifecycleConfiguration',
      'putBucketLifecycleConfiguration',
    ),
    ...of('s3-outposts:PutReplicationConfiguration', 'deleteBucketReplication', 'putBucketReplication'),
    deleteBucketTagging: ['s3-outposts:PutBucketTagging'],
    ...of('s3:PutAccountPublicAccessBlock', 'deletePublicAccessBlock', 'putPublicAccessBlock'),
    getBucketLifecycleConfiguration: ['s3-outposts:GetLifecycleConfiguration'],
    getBucketReplication: ['s3-outposts:GetReplicationConfiguration'],
    getPublicAccessBlock: ['s3:GetAccountPublicAccessBlock'],
    listAccessPointsForDirectoryBuckets: ['s3express:ListAccessPointsForDirectoryBuckets'],
  },
  sns: { publishBatch: ['sns:Publish'] },
  sqs: {
    changeMessageVisibilityBatch: ['sqs:ChangeMessageVisibility'],
    deleteMessageBatch: ['sqs:DeleteMessage'],
    sendMessageBatch: ['sqs:SendMessage'],
  },
  timestreamquery: { query: ['timestream:Select'] },
  verifiedpermissions: {
    batchGetPolicy: ['verifiedpermissions:GetPolicy'],
    batchIsAuthorized: ['verifiedpermissions:IsAuthorized'],
    batchIsAuthorizedWithToken: ['verifiedpermissions:IsAuthorizedWithToken'],
  },
}
