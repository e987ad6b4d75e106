/** Diagnostics of Parallel and Map. */
import type { Table } from './diagnostic.ts'
import { distributed, machine, map, parallel, pass, scope, task } from './examples.ts'

export type MapsCode =
  | 'ASL130'
  | 'ASL131'
  | 'ASL140'
  | 'ASL141'
  | 'ASL142'
  | 'ASL143'
  | 'ASL144'
  | 'ASL145'
  | 'ASL146'
  | 'ASL147'
  | 'ASL148'
  | 'ASL149'
  | 'ASL150'
  | 'ASL151'
  | 'ASL152'
  | 'ASL153'
  | 'ASL154'

export const mapsCodes: Table<MapsCode> = {
  ASL130: {
    severity: 'error',
    source: 'AWS',
    rule: 'A Parallel state has at least one branch in Branches.',
    aws: 'Value cannot be empty',
    bad: () => machine({ A: parallel() }),
    good: () => machine({ A: parallel(scope({ B: pass() })) }),
  },
  ASL131: {
    severity: 'error',
    source: 'AWS',
    rule: 'A branch or an item processor has only StartAt, States and Comment (and ProcessorConfig): no QueryLanguage, Version or TimeoutSeconds.',
    aws: "Field 'QueryLanguage' is not supported at /States/A/ItemProcessor",
    bad: () => machine({ A: parallel({ TimeoutSeconds: 60, ...scope({ B: pass() }) }) }),
    good: () => machine({ A: parallel({ Comment: 'the first', ...scope({ B: pass() }) }) }),
  },
  ASL140: {
    severity: 'error',
    source: 'AWS',
    rule: 'A Map state has exactly one of ItemProcessor and Iterator; Iterator is deprecated.',
    aws: 'There should only be one of the following fields: [ItemProcessor, Iterator]',
    bad: () => machine({ A: { Type: 'Map', End: true } }),
    good: () => machine({ A: map() }),
  },
  ASL141: {
    severity: 'warning',
    source: 'specification',
    rule: 'A Map state does not have both ItemSelector and Parameters; Parameters is deprecated.',
    bad: () => machine({ A: map({ ItemSelector: { 'x.$': '$.x' }, Parameters: { 'x.$': '$.x' } }) }),
    good: () => machine({ A: map({ ItemSelector: { 'x.$': '$.x' } }) }),
  },
  ASL142: {
    severity: 'error',
    source: 'AWS',
    rule: 'MaxConcurrency is a whole number of at least 0; 0 means no limit.',
    aws: 'Minimum value is 0',
    bad: () => machine({ A: map({ MaxConcurrency: '5' }) }),
    good: () => machine({ A: map({ MaxConcurrency: 5 }) }),
  },
  ASL143: {
    severity: 'error',
    source: 'AWS',
    rule: 'A number and its path are not used together.',
    aws: 'There should only be one of the following fields: [MaxConcurrency, MaxConcurrencyPath]',
    bad: () => machine({ A: map({ MaxConcurrency: 5, MaxConcurrencyPath: '$.most' }) }),
    good: () => machine({ A: map({ MaxConcurrencyPath: '$.most' }) }),
  },
  ASL144: {
    severity: 'error',
    source: 'AWS',
    rule: 'ItemsPath is a path; Items is an array, an object or an expression.',
    aws: 'Value must be a valid JSONPath.',
    bad: () => machine({ A: map({ ItemsPath: 'items' }) }),
    good: () => machine({ A: map({ ItemsPath: '$.items' }) }),
  },
  ASL145: {
    severity: 'error',
    source: 'tooling',
    rule: 'Mode is "INLINE" or "DISTRIBUTED".',
    bad: () => machine({ A: map({}, { Mode: 'PARALLEL' }) }),
    good: () => machine({ A: map({}, { Mode: 'INLINE' }) }),
  },
  ASL146: {
    severity: 'error',
    source: 'AWS',
    rule: 'A DISTRIBUTED Map has an ExecutionType, "STANDARD" or "EXPRESS".',
    aws: 'These fields are required: [ExecutionType]',
    bad: () => machine({ A: map({}, { Mode: 'DISTRIBUTED' }) }),
    good: () => machine({ A: map({}, { Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' }) }),
  },
  ASL147: {
    severity: 'error',
    source: 'AWS',
    rule: 'An INLINE Map has no fields that only child executions can use. A field that AWS accepts and ignores is a warning.',
    aws: "Field 'ExecutionType' is not supported",
    bad: () => machine({ A: map({ ItemBatcher: { MaxItemsPerBatch: 10 } }) }),
    good: () => machine({ A: map({ ItemBatcher: { MaxItemsPerBatch: 10 } }, distributed) }),
  },
  ASL148: {
    severity: 'error',
    source: 'AWS',
    rule: 'A Label is unique and has 1 to 40 characters, none of them special.',
    aws: 'INVALID_LABEL_NAME, DUPLICATE_LABEL_NAME',
    bad: () => machine({ A: map({ Label: 'my orders' }, distributed) }),
    good: () => machine({ A: map({ Label: 'my-orders' }, distributed) }),
  },
  ASL149: {
    severity: 'error',
    source: 'AWS',
    rule: 'ToleratedFailureCount is a whole number of at least 0, ToleratedFailurePercentage a number from 0 to 100.',
    aws: 'Maximum value is 100',
    bad: () => machine({ A: map({ ToleratedFailureCount: -1 }, distributed) }),
    good: () => machine({ A: map({ ToleratedFailureCount: 1 }, distributed) }),
  },
  ASL150: {
    severity: 'error',
    source: 'documentation',
    rule: 'An ItemBatcher limits the size of a batch: by a number of items, or by at most 262144 bytes.',
    bad: () => machine({ A: map({ ItemBatcher: { BatchInput: { x: 1 } } }, distributed) }),
    good: () => machine({ A: map({ ItemBatcher: { BatchInput: { x: 1 }, MaxItemsPerBatch: 10 } }, distributed) }),
  },
  ASL151: {
    severity: 'error',
    source: 'AWS',
    rule: 'An ItemReader uses s3:getObject or s3:listObjectsV2.',
    aws: "The field 'Resource' does not match any of the allowed values",
    bad: () => machine({ A: map({ ItemReader: { Resource: 'arn:aws:states:::dynamodb:scan' } }, distributed) }),
    good: () => machine({ A: map({ ItemReader: { Resource: 'arn:aws:states:::s3:getObject' } }, distributed) }),
  },
  ASL152: {
    severity: 'error',
    source: 'AWS',
    rule: 'A ReaderConfig is consistent: CSV needs a header location, GIVEN needs headers, JSON takes neither.',
    aws: "The field 'CSVHeaderLocation' is required",
    bad: () =>
      machine({
        A: map(
          {
            ItemReader: {
              Resource: 'arn:aws:states:::s3:getObject',
              ReaderConfig: { InputType: 'CSV', CSVHeaderLocation: 'GIVEN' },
            },
          },
          distributed,
        ),
      }),
    good: () =>
      machine({
        A: map(
          {
            ItemReader: {
              Resource: 'arn:aws:states:::s3:getObject',
              ReaderConfig: { InputType: 'CSV', CSVHeaderLocation: 'GIVEN', CSVHeaders: ['id'] },
            },
          },
          distributed,
        ),
      }),
  },
  ASL153: {
    severity: 'error',
    source: 'documentation',
    rule: 'A ResultWriter sets a destination (s3:putObject with a Bucket), a format, or both.',
    bad: () => machine({ A: map({ ResultWriter: { Resource: 'arn:aws:states:::s3:putObject' } }, distributed) }),
    good: () =>
      machine({
        A: map({ ResultWriter: { WriterConfig: { Transformation: 'FLATTEN', OutputType: 'JSONL' } } }, distributed),
      }),
  },
  ASL154: {
    severity: 'error',
    source: 'documentation',
    rule: 'A child execution of type EXPRESS uses only what EXPRESS machines support: no .sync, no task token, no DISTRIBUTED Map.',
    bad: () =>
      machine({
        A: map(
          {},
          { Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' },
          task({ Resource: 'arn:aws:states:::glue:startJobRun.sync' }),
        ),
      }),
    good: () =>
      machine({
        A: map(
          {},
          { Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' },
          task({ Resource: 'arn:aws:states:::glue:startJobRun' }),
        ),
      }),
  },
}
