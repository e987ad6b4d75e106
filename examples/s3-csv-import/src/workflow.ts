import { distributedMap, type Ref, s3Csv, seq } from '@orkestra/core'
import { importBatch, summarize, type Upload } from './handlers.ts'

export const importRatings = seq(
  distributedMap(importBatch, {
    reader: s3Csv({
      bucket: (upload: Ref<Upload>) => upload.bucket,
      key: (upload: Ref<Upload>) => upload.key,
      header: ['film', 'stars'],
    }),
    batcher: { maxItems: 2, input: (upload) => ({ file: upload.key }) },
    toleratedFailurePercentage: 50,
    maxConcurrency: 100,
    label: 'ratings',
    executionType: 'EXPRESS',
  }),
  summarize,
)
