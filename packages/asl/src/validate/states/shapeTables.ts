/** What the shapes of nested objects are about: the code of each field, and which fields each kind of object takes. */
import type { Code } from '../codes/codes.ts'

/** Which rule a field's own shape belongs to. */
export const codes: ReadonlyMap<string, Code> = new Map<string, Code>(
  Object.entries({
    StartAt: 'ASL002',
    States: 'ASL002',
    Version: 'ASL004',
    QueryLanguage: 'ASL008',
    Comment: 'ASL011',
    Type: 'ASL030',
    Next: 'ASL035',
    End: 'ASL034',
    Choices: 'ASL050',
    And: 'ASL055',
    Or: 'ASL055',
    Not: 'ASL055',
    Variable: 'ASL057',
    Condition: 'ASL059',
    Default: 'ASL060',
    Seconds: 'ASL071',
    Timestamp: 'ASL072',
    SecondsPath: 'ASL073',
    TimestampPath: 'ASL073',
    ErrorPath: 'ASL082',
    CausePath: 'ASL082',
    Error: 'ASL083',
    Cause: 'ASL083',
    Resource: 'ASL090',
    TimeoutSeconds: 'ASL095',
    HeartbeatSeconds: 'ASL095',
    TimeoutSecondsPath: 'ASL162',
    HeartbeatSecondsPath: 'ASL162',
    Credentials: 'ASL097',
    Retry: 'ASL110',
    Catch: 'ASL110',
    ErrorEquals: 'ASL111',
    IntervalSeconds: 'ASL114',
    MaxAttempts: 'ASL115',
    BackoffRate: 'ASL116',
    MaxDelaySeconds: 'ASL117',
    JitterStrategy: 'ASL119',
    Branches: 'ASL130',
    ItemProcessor: 'ASL140',
    Iterator: 'ASL140',
    MaxConcurrency: 'ASL142',
    ItemsPath: 'ASL144',
    ProcessorConfig: 'ASL145',
    Mode: 'ASL145',
    ExecutionType: 'ASL146',
    Label: 'ASL148',
    ToleratedFailureCount: 'ASL149',
    ToleratedFailurePercentage: 'ASL149',
    ItemBatcher: 'ASL150',
    MaxItemsPerBatch: 'ASL150',
    MaxInputBytesPerBatch: 'ASL150',
    ItemReader: 'ASL151',
    ReaderConfig: 'ASL152',
    ResultWriter: 'ASL153',
    WriterConfig: 'ASL153',
    InputPath: 'ASL160',
    OutputPath: 'ASL160',
    ResultPath: 'ASL161',
    Assign: 'ASL210',
  } satisfies Record<string, Code>),
)

/** Whose field a nested one is, when its own name says nothing. */
export const owners: ReadonlyMap<string, Code> = new Map<string, Code>(
  Object.entries({
    Retry: 'ASL123',
    Catch: 'ASL123',
    ReaderConfig: 'ASL152',
    ItemReader: 'ASL151',
    ItemBatcher: 'ASL150',
    ResultWriter: 'ASL153',
    WriterConfig: 'ASL153',
    ProcessorConfig: 'ASL145',
  } satisfies Record<string, Code>),
)

/** Numbers and texts that an expression can give in a JSONata state. */
export const computable: ReadonlySet<string> = new Set([
  'TimeoutSeconds',
  'HeartbeatSeconds',
  'Seconds',
  'MaxConcurrency',
  'ToleratedFailureCount',
  'ToleratedFailurePercentage',
  'MaxItems',
  'MaxItemsPerBatch',
  'MaxInputBytesPerBatch',
])

/** How an object is called. */
export const what: Readonly<Record<string, string>> = { Retry: 'a retrier', Catch: 'a catcher' }

/** The fields of each kind of nested object. */
export const known: Readonly<Record<string, readonly string[]>> = {
  Retry: [
    'ErrorEquals',
    'IntervalSeconds',
    'MaxAttempts',
    'BackoffRate',
    'MaxDelaySeconds',
    'JitterStrategy',
    'Comment',
  ],
  Catch: ['ErrorEquals', 'Next', 'ResultPath', 'Output', 'Assign', 'Comment'],
  ItemReader: ['Resource', 'Parameters', 'Arguments', 'ReaderConfig'],
  ReaderConfig: [
    'InputType',
    'CSVHeaderLocation',
    'CSVHeaders',
    'CSVDelimiter',
    'MaxItems',
    'MaxItemsPath',
    'ItemsPointer',
    'ManifestType',
    'Transformation',
  ],
  ItemBatcher: [
    'MaxItemsPerBatch',
    'MaxItemsPerBatchPath',
    'MaxInputBytesPerBatch',
    'MaxInputBytesPerBatchPath',
    'BatchInput',
  ],
  ResultWriter: ['Resource', 'Parameters', 'Arguments', 'WriterConfig'],
  WriterConfig: ['Transformation', 'OutputType'],
  ProcessorConfig: ['Mode', 'ExecutionType'],
}
