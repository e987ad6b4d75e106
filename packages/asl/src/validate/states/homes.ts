/** Where a field belongs, for those that stand on the wrong level. */

const places: readonly (readonly [home: string, fields: string])[] = [
  [
    'the Map state itself, beside ItemProcessor',
    `MaxConcurrency MaxConcurrencyPath ItemsPath Items ItemSelector ItemReader ItemBatcher ResultWriter Label
ToleratedFailureCount ToleratedFailureCountPath ToleratedFailurePercentage ToleratedFailurePercentagePath`,
  ],
  ['ItemProcessor', 'ProcessorConfig'],
  ['"ProcessorConfig", in ItemProcessor', 'Mode ExecutionType'],
  ['"ItemBatcher"', 'MaxItemsPerBatch MaxItemsPerBatchPath MaxInputBytesPerBatch MaxInputBytesPerBatchPath BatchInput'],
  [
    '"ReaderConfig", in ItemReader',
    'InputType CSVHeaderLocation CSVHeaders CSVDelimiter MaxItems MaxItemsPath ItemsPointer ManifestType',
  ],
  ['"WriterConfig", in ResultWriter', 'OutputType'],
  ['a retrier, in "Retry"', 'IntervalSeconds MaxAttempts BackoffRate MaxDelaySeconds JitterStrategy'],
  ['a retrier or a catcher, in "Retry" or "Catch"', 'ErrorEquals'],
  ['a rule, in "Choices" of a Choice state', 'Variable Condition And Or Not'],
  ['the machine, a branch or an ItemProcessor', 'StartAt States'],
  ['the machine itself', 'Version'],
  [
    'the parameters of the task: "Parameters", or "Arguments" in JSONata',
    'FunctionName Payload TaskToken QueueUrl TableName',
  ],
]

const homes: ReadonlyMap<string, string> = new Map(
  places.flatMap(([home, fields]) => fields.split(/\s+/).map((field) => [field, home] as const)),
)

/** Where to move a field that stands in the wrong place; nothing for one that belongs nowhere. @example homeOf('MaxAttempts') // 'a retrier, in "Retry"' */
export const homeOf = (field: string): string | undefined => homes.get(field)
