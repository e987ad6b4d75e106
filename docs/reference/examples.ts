/** The text of each combinator's page; its example is the file of the same name in `examples/`. `scripts/generate-reference.mjs` makes the pages. */

export interface Entry {
  /** A simplified signature; the editor shows the full type. */
  readonly type: string
  /** One sentence or law. */
  readonly meaning: string
  /** Anything else to know. */
  readonly notes?: readonly string[]
}

export const entries: Readonly<Record<string, Entry>> = {
  task: {
    type: 'task<I, O>(name, options?): Graph<I, O>',
    meaning: 'Calls a Lambda function by name. A composed handler is a task already.',
  },
  identity: {
    type: 'identity<A>(): Graph<A, A>',
    meaning: 'Does nothing. It is the unit of `seq`: `seq(identity(), x)`, `seq(x, identity())` and `x` are equal.',
  },
  seq: {
    type: 'seq(a: Step<A, B>, b: Step<B, C>, …): Graph<A, C>',
    meaning:
      'Runs steps one after the other. It is associative: `seq(seq(a, b), c)` and `seq(a, seq(b, c))` are equal.',
  },
  par: {
    type: 'par(a: Step<I, A>, b: Step<I, B>, …, options?): Graph<I, [A, B, …]>, or par({ a, b }, options?): Graph<I, { a: A, b: B }>',
    meaning:
      'Runs steps side by side on the same input. The outputs keep the order; the first error fails all of them.',
    notes: ['`{ name }` as the last argument names the state.'],
  },
  parCatch: {
    type: 'parCatch(a: Step<I, A>, b: Step<I, B>, …, options?): Graph<I, [Outcome<A>, Outcome<B>, …]>',
    meaning:
      'Runs steps side by side; an error becomes data: `parCatch(a, b)` is `par(capture(a), capture(b))`. Only `States.Runtime` makes it fail.',
  },
  map: {
    type: 'map(step: Step<A, B>): Graph<readonly A[], readonly B[]>, or map((input) => array, step, options?)',
    meaning:
      'Runs a step once per element. `map(identity())` is `identity()` on arrays. The first error of an item fails the map.',
    notes: [
      'A step written in place can be a function of the item and its index. `selector` builds each step’s input from the item, the map’s input and the index.',
      '`maxConcurrency` limits how many items run at once. An inline Map on AWS runs at most 40.',
    ],
  },
  mapCatch: {
    type: 'mapCatch(step: Step<A, B>): Graph<readonly A[], readonly Outcome<B>[]>, called as map is',
    meaning: 'Runs a step once per element; an error becomes that item’s output: `mapCatch(s)` is `map(capture(s))`.',
  },
  capture: {
    type: 'capture(step: Step<I, O>): Graph<I, Outcome<O>>',
    meaning: 'Turns an error into the output `{ Error, Cause }`, and the workflow continues.',
  },
  named: {
    type: 'named(name, step: Step<I, O>): Graph<I, O>',
    meaning: 'Names the state. The behavior does not change.',
    notes: ['At most 80 characters. A name that is already taken gets a number.'],
  },
  comment: {
    type: 'comment(text, step: Step<I, O>): Graph<I, O>',
    meaning: 'Adds a comment to the state. The behavior does not change.',
  },
  pass: {
    type: 'pass((input: Ref<I>) => data): Graph<I, Value<data>>',
    meaning: 'Builds its output from its input, without a function: plain data that contains references to the input.',
    notes: [
      'The callback runs once, when the workflow is built, so JavaScript operators do not work on references. What works: [expressions](expressions.md).',
    ],
  },
  choice: {
    type: 'choice(when((input: Ref<I>) => condition, step: Step<I, A>), …, otherwise(step: Step<I, B>), options?): Graph<I, A | B>',
    meaning:
      'Runs the first step whose condition is true, or the one in `otherwise`. A condition narrows the payload’s type for its step.',
    notes: [
      'A step written in place sees the narrowed type if you give it as a function: `when((o) => isPresent(o.coupon), (o) => pass(() => ({ code: o.coupon })))`.',
      'A payload that is itself a union is narrowed in the same way, and `otherwise` gets what the conditions left of it.',
      'Conditions: [expressions](expressions.md). `{ name }` as the last argument names the state.',
    ],
  },
  bind: {
    type: 'bind(step: Step<I, V>, (value: Ref<V>) => Step<V, O>): Graph<I, O>',
    meaning:
      'Keeps a step’s output as a variable that is in scope throughout the body, including its branches and items.',
    notes: [
      'The body also gets the output as its input.',
      'The items of a distributed map run as separate executions, which cannot see the variables of their parent.',
    ],
  },
  keeping: {
    type: 'keeping(step: Step<I, O>, key): Graph<I, I & { [key]: O }>',
    meaning: 'Adds a step’s output to its input, an object, under a key.',
  },
  wait: {
    type: 'wait(duration), or wait((input: Ref<A>) => seconds): Graph<A, A>',
    meaning: 'Waits, then passes its input on.',
  },
  waitUntil: {
    type: 'waitUntil((input: Ref<A>) => timestamp): Graph<A, A>',
    meaning:
      'Waits until a time given in the payload, then passes its input on. It does not wait for a time in the past.',
  },
  repeatUntil: {
    type: 'repeatUntil(step: Step<I, O>, (output: Ref<O>) => condition, options?): Graph<I, O>',
    meaning:
      'Runs a step on the same input until its output meets a condition. After `maxAttempts`, or once `timeLimit` has passed, it fails with `RepeatLimitReached`; without either it continues.',
    notes: [
      '`every` is the wait between rounds; `first: "wait"` also waits before the first one; `backoffRate` makes each wait longer, up to `maxDelay`.',
      '`timeLimit` is checked after each round and interrupts none. JSONPath takes whole minutes, up to 18 hours. To stop in the middle of a round, give the task a `taskTimeout`.',
      'A Standard execution holds 25,000 events. [Loops](../guide/loops.md) shows how a loop continues beyond that.',
    ],
  },
  loop: {
    type: 'loop((input: Ref<I>) => S, step: Step<S, S>, (state: Ref<S>) => condition, options?): Graph<I, S>',
    meaning: 'Carries a state from round to round until it meets a condition: for pages by token, or an index.',
    notes: [
      'The options are those of `repeatUntil`, and `checkFirst`, which checks the condition before the first round, too, so that there may be none.',
      'A step that you write in place is a function of the state: `(state) => pass((s) => …)`.',
    ],
  },
  tap: {
    type: 'tap(step: Step<A, unknown>): Graph<A, A>',
    meaning: 'Runs a step for its side effect and passes its input on: Airflow’s `y >> g` is `seq(y, tap(g))`.',
    notes: ['If the step fails, the workflow fails. To ignore the error, use [tapCatch](tapCatch.md).'],
  },
  tapCatch: {
    type: 'tapCatch(step: Step<A, unknown>): Graph<A, A>',
    meaning: 'Runs a step for its side effect and continues even if it fails: `tapCatch(s)` is `tap(capture(s))`.',
  },
  succeed: {
    type: 'succeed<I>((input: Ref<I>) => output)?: Graph<I, never>',
    meaning: 'Ends the branch, item or workflow it is in. The output is its input, or what the callback returns.',
    notes: [
      'Guards around it change nothing: `retry(choice(when(paid, succeed()), otherwise(charge)))` ends the workflow if the order is paid.',
      'The workflow’s output type does not include this early result.',
    ],
  },
  fail: {
    type: 'fail({ error?, cause? }), or fail((input: Ref<I>) => ({ error?, cause? })): Graph<I, never>',
    meaning: 'Fails with an error and a cause: text, or references to text. No step can follow it.',
    notes: [
      'A handler that notifies someone and then fails with the same error: `onAny(seq(tapCatch(notify), fail((e) => ({ error: e.Error, cause: e.Cause }))))`.',
    ],
  },
  retry: {
    type: 'retry(step: Step<I, O>, ...policies): Graph<I, O>',
    meaning: 'Runs a step again when it fails. Retrying a step that cannot fail has no effect.',
    notes: ['Several steps are retried as a unit, from the first step, on its original input.'],
  },
  catchError: {
    type: 'catchError(step: Step<I, O>, on(error, handler: Step<Caught, H>), …, onAny(handler)): Graph<I, O | H>',
    meaning: 'When a step fails with an error that a handler names, continues with that handler.',
    notes: [
      'A handler gets `{ Error, Cause }`. With `{ keeping: "error" }` it gets the payload that the failing step got, plus the error in that field: `onAny(cleanUp, { keeping: "error" })`. Fields added by earlier steps have optional types. An inline step there needs an annotation: `pass((o: Ref<Order & { error: Caught }>) => …)`.',
      'It does not catch errors of its own handlers. Nothing catches `States.Runtime`.',
    ],
  },
  service: {
    type: 'service(resource, (input: Ref<I>, token?) => arguments, { result?, name?, … }): Graph<I, O>',
    meaning: 'Calls an AWS service directly, without a Lambda function.',
    notes: [
      '`.sync` waits for the job it starts. `.waitForTaskToken` waits until someone returns the token, which the callback gets as its second parameter.',
      'Every AWS SDK action is available as `aws-sdk:service:action`. Types, checks and permissions: [services](../guide/services.md).',
    ],
  },
  continueAsNew: {
    type: 'continueAsNew((payload: Ref<I>) => input): Graph<I, { ExecutionArn, StartDate }>',
    meaning:
      'Continues in a new execution of the same state machine, with the callback’s result as its input: for work beyond the 25,000 events of one execution.',
    notes: [
      'This execution does not wait for the new one. The role needs `states:StartExecution` on its own state machine, which `policy` and all ways to deploy grant: [loops](../guide/loops.md).',
    ],
  },
  activity: {
    type: 'activity<I, O>(arn, { name?, taskTimeout?, heartbeat? }): Graph<I, O>',
    meaning: 'Hands work to your own worker, which polls Step Functions for it from anywhere.',
  },
  distributedMap: {
    type: 'distributedMap(step: Step<A, B>, { reader | items, batcher?, writer?, … }): Graph<I, readonly B[]>',
    meaning:
      'Runs a step once per item or batch, each in its own child execution: for many items, and for items in S3.',
    notes: [
      'With a `batcher` the step gets `{ Items }`, plus `BatchInput` if you set one. With a `writer` the output is the S3 location of the results.',
    ],
  },
  fromDag: {
    type: 'fromDag(edges, steps, { approximate? }): Either<DagError, { graph, added }>',
    meaning: 'Builds the `seq` and `par` that have the given dependencies, as in Airflow.',
    notes: [
      'A cycle is an error with its path. Dependencies that nested `seq` and `par` cannot express are an error too; with `approximate`, `fromDag` adds a few dependencies and lists them.',
    ],
  },
}
