/** Definitions that between them use the whole language: what the fuzzer mutates, and what tests of single features start from. */

const lambda = 'arn:aws:states:::lambda:invoke'

export const definitions: readonly Record<string, unknown>[] = [
  {
    StartAt: 'Pass',
    States: {
      Pass: {
        Type: 'Pass',
        InputPath: '$.order',
        Parameters: {
          'id.$': '$.id',
          'all.$': '$.items[?(@.price > 1 && @.name != "x")].name',
          'text.$': "States.Format('{} of {}', $.id, States.ArrayLength($.items))",
          'when.$': '$$.Execution.StartTime',
          nested: [{ 'last.$': '$.items[-1]' }, 1, null],
        },
        ResultPath: '$.made.here',
        Assign: { 'first.$': '$.id', second: { a: [1] } },
        Next: 'Choice',
      },
      Choice: {
        Type: 'Choice',
        Choices: [
          {
            And: [
              { Variable: '$.made.here.id', IsString: true },
              { Variable: '$first', StringMatches: 'o-*' },
            ],
            Next: 'Wait',
          },
          { Not: { Variable: '$.n', NumericGreaterThanPath: '$.m' }, Next: 'Fail', Assign: { 'x.$': '$.n' } },
          { Variable: '$.t', TimestampLessThan: '2030-01-01T00:00:00Z', Next: 'Done' },
        ],
        Default: 'Done',
      },
      Wait: { Type: 'Wait', SecondsPath: '$.seconds', Next: 'Task' },
      Task: {
        Type: 'Task',
        Resource: lambda,
        Parameters: { FunctionName: 'f', 'Payload.$': '$' },
        TimeoutSeconds: 10,
        HeartbeatSeconds: 3,
        ResultSelector: { 'v.$': '$.Payload' },
        ResultPath: '$.task',
        Retry: [
          {
            ErrorEquals: ['Boom'],
            IntervalSeconds: 1,
            MaxAttempts: 2,
            BackoffRate: 1.5,
            MaxDelaySeconds: 2,
            JitterStrategy: 'FULL',
          },
        ],
        Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.error', Assign: { 'e.$': '$.Error' }, Next: 'Done' }],
        Next: 'Parallel',
      },
      Parallel: {
        Type: 'Parallel',
        Branches: [
          { StartAt: 'Left', States: { Left: { Type: 'Pass', End: true } } },
          {
            StartAt: 'Right',
            States: { Right: { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:1:function:g', End: true } },
          },
        ],
        ResultSelector: { 'both.$': '$[*]' },
        Next: 'Map',
      },
      Map: {
        Type: 'Map',
        ItemsPath: '$.both',
        ItemSelector: { 'v.$': '$$.Map.Item.Value', 'i.$': '$$.Map.Item.Index' },
        MaxConcurrency: 2,
        ItemProcessor: { StartAt: 'Each', States: { Each: { Type: 'Succeed', OutputPath: '$.i' } } },
        End: true,
      },
      Fail: { Type: 'Fail', ErrorPath: '$.code', CausePath: "States.Format('{}', $.why)" },
      Done: { Type: 'Succeed' },
    },
  },
  {
    QueryLanguage: 'JSONata',
    StartAt: 'Pass',
    States: {
      Pass: {
        Type: 'Pass',
        Output: {
          id: '{% $states.input.order.id %}',
          sum: '{% $sum($states.input.order.items.price) %}',
          id2: '{% $uuid() %}',
          parts: '{% $partition([1, 2, 3], 2) %}',
          hash: "{% $hash('a', 'SHA-256') %}",
          range: '{% $range(1, 5, 2) %}',
        },
        Assign: { n: '{% $count($states.input.order.items) %}', c: 'text' },
        Next: 'Choice',
      },
      Choice: {
        Type: 'Choice',
        Choices: [
          {
            Condition: '{% $n > 1 and $contains($c, /t.x/) %}',
            Next: 'Task',
            Output: '{% $merge([$states.input, {"n": $n}]) %}',
          },
        ],
        Default: 'Wait',
      },
      Wait: { Type: 'Wait', Seconds: '{% $n + 1 %}', Next: 'Task' },
      Task: {
        Type: 'Task',
        Resource: lambda,
        Arguments: { FunctionName: 'f', Payload: '{% $states.input %}' },
        Output: '{% $states.result.Payload %}',
        Retry: [{ ErrorEquals: ['States.ALL'], MaxAttempts: 1 }],
        Catch: [{ ErrorEquals: ['States.ALL'], Output: { e: '{% $states.errorOutput.Error %}' }, Next: 'Map' }],
        Next: 'Map',
      },
      Map: {
        Type: 'Map',
        Items: '{% [1..3] %}',
        ItemSelector: { v: '{% $states.context.Map.Item.Value %}' },
        ItemProcessor: {
          ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
          StartAt: 'Each',
          States: { Each: { Type: 'Pass', Output: '{% $states.input.v * 2 %}', End: true } },
        },
        ToleratedFailurePercentage: 50,
        ItemBatcher: { MaxItemsPerBatch: 2, BatchInput: { n: '{% $n %}' } },
        Next: 'Parallel',
      },
      Parallel: {
        Type: 'Parallel',
        Arguments: '{% {"x": $states.input} %}',
        Branches: [
          {
            StartAt: 'Sub',
            States: {
              Sub: { Type: 'Pass', Output: '{% $states.input.x ~> $string() %}', Assign: { m: '{% $n %}' }, End: true },
            },
          },
        ],
        Output: '{% $states.result[0] %}',
        Next: 'Done',
      },
      Done: { Type: 'Succeed' },
      Fail: { Type: 'Fail', Error: "{% 'E' & $n %}", Cause: 'it ends so' },
    },
  },
]

/** An input with what these definitions look for. */
export const input: unknown = {
  order: {
    id: 'o-1',
    items: [
      { name: 'a', price: 2 },
      { name: 'b', price: 3 },
    ],
  },
  n: 1,
  m: 2,
  t: '2020-01-01T00:00:00Z',
  seconds: 60,
  code: 'E',
  why: 'because',
}
