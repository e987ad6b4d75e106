/** What the page of each combinator says; its example is the file of that name in `examples/`. Pages: `scripts/generate-reference.mjs`. */

export interface Entry {
  /** As it is called, and what that gives: simplified, for the whole type is in the editor. */
  readonly type: string
  /** What it means, or its law. */
  readonly meaning: string
  /** What to know besides. */
  readonly notes?: readonly string[]
}

export const entries: Readonly<Record<string, Entry>> = {
  task: {
    type: 'task<I, O>(name, options?): Graph<I, O>',
    meaning: 'The leaf: a Lambda function by name. A handler that is composed is one by itself.',
  },
  identity: {
    type: 'identity<A>(): Graph<A, A>',
    meaning: 'Does nothing. It is the unit of `seq`: `seq(identity(), x)`, `seq(x, identity())` and `x` are equal.',
  },
  seq: {
    type: 'seq(a: Step<A, B>, b: Step<B, C>, …): Graph<A, C>',
    meaning: 'One after the other. It is associative: `seq(seq(a, b), c)` and `seq(a, seq(b, c))` are equal.',
  },
  par: {
    type: 'par(a: Step<I, A>, b: Step<I, B>, …): Graph<I, [A, B, …]>, or par({ a, b }): Graph<I, { a: A, b: B }>',
    meaning: 'Side by side, all on the same input. The outputs keep the order; the first error fails the whole.',
  },
  parCatch: {
    type: 'parCatch(a: Step<I, A>, b: Step<I, B>, …): Graph<I, [Outcome<A>, Outcome<B>, …]>',
    meaning:
      'Side by side, and an error is data: `parCatch(a, b)` is `par(capture(a), capture(b))`. It fails only by `States.Runtime`.',
  },
  map: {
    type: 'map(step: Step<A, B>): Graph<readonly A[], readonly B[]>, or map((input) => array, step, options?)',
    meaning:
      'Once per element. `map(identity())` is `identity()` on arrays. The first error of an item fails the whole.',
    notes: [
      'A step that is written in place may be a function of the item and its index; `selector` makes what a step gets of the item, what the whole map gets and the index.',
      '`maxConcurrency` is how many items at once; an inline Map of AWS takes 40.',
    ],
  },
  mapCatch: {
    type: 'mapCatch(step: Step<A, B>): Graph<readonly A[], readonly Outcome<B>[]>, called as map is',
    meaning: 'Once per element, and an error is that item’s output: `mapCatch(s)` is `map(capture(s))`.',
  },
  capture: {
    type: 'capture(step: Step<I, O>): Graph<I, Outcome<O>>',
    meaning: 'An error becomes the output `{ Error, Cause }`, and the workflow goes on.',
  },
  named: {
    type: 'named(name, step: Step<I, O>): Graph<I, O>',
    meaning: 'Names the state. The meaning stays the same.',
    notes: ['At most 80 characters; a name that is there already gets a number.'],
  },
  comment: {
    type: 'comment(text, step: Step<I, O>): Graph<I, O>',
    meaning: 'Puts a comment on the state. The meaning stays the same.',
  },
  pass: {
    type: 'pass((input: Ref<I>) => data): Graph<I, Value<data>>',
    meaning: 'Makes its output of its input, with no function: plain data that holds references to the input.',
    notes: [
      'The callback runs once, when the workflow is built. What references can be put into: [expressions](expressions.md).',
    ],
  },
  choice: {
    type: 'choice(when((input: Ref<I>) => condition, step: Step<I, A>), …, otherwise(step: Step<I, B>)): Graph<I, A | B>',
    meaning:
      'The first way whose condition holds, or the last. What a condition says of the payload’s type, its step may rely on.',
    notes: [
      'Steps that are written in place see what the condition said when they are given as a function: `when((o) => isPresent(o.coupon), (o) => pass(() => ({ code: o.coupon })))`.',
      'Where the payload is itself a union, the callback’s parameter needs its type to narrow by: `when((p: Ref<Payment>) => eq(p.kind, "card"), charge)`. Where a field of it is one, as here, it does not.',
      'Conditions: [expressions](expressions.md).',
    ],
  },
  bind: {
    type: 'bind(step: Step<I, V>, (value: Ref<V>) => Step<V, O>): Graph<I, O>',
    meaning:
      'Keeps a step’s output as a variable, in scope throughout the body, in its branches and items too, and nowhere else.',
    notes: [
      'The body gets the output as its input as well.',
      'A distributed map’s items are executions of their own, where AWS has no variables from outside.',
    ],
  },
  keeping: {
    type: 'keeping(step: Step<I, O>, key): Graph<I, I & { [key]: O }>',
    meaning: 'Keeps the input, an object: the output is the input with the step’s output in one field.',
  },
  wait: {
    type: 'wait(duration), or wait((input: Ref<A>) => seconds): Graph<A, A>',
    meaning: 'Waits, and hands its input on.',
  },
  waitUntil: {
    type: 'waitUntil((input: Ref<A>) => timestamp): Graph<A, A>',
    meaning: 'Waits until an instant that the payload names, and hands its input on. One in the past is no wait.',
  },
  repeatUntil: {
    type: 'repeatUntil(step: Step<I, O>, (output: Ref<O>) => condition, options?): Graph<I, O>',
    meaning:
      'Polls: runs a step, each time on the same input, until a condition holds of its output. After `maxAttempts`, or once `timeLimit` has passed, it fails with `RepeatLimitReached`; without these it goes on.',
    notes: [
      '`every` is the wait between laps; `first: "wait"` waits before the first one, too; `backoffRate` makes each wait longer, up to `maxDelay`.',
      '`timeLimit` is asked after each lap, and interrupts none. JSONPath can say whole minutes, up to 18 hours. For a loop that must stop in the middle of a lap, give the task a `taskTimeout`.',
      'A Standard execution holds 25,000 events: how a loop goes on beyond that is in [loops](../guide/loops.md).',
    ],
  },
  loop: {
    type: 'loop((input: Ref<I>) => state, step: Step<S, S>, (state: Ref<S>) => condition, options?): Graph<I, S>',
    meaning:
      'A loop with a state: `initial` makes it of the input, each lap makes the next one of it, and the first of which the condition holds is the output. For pages by token, an index, a list that gets shorter.',
    notes: [
      'Options are those of `repeatUntil`, and `checkFirst: true`: the condition is asked before the first lap, too, so that there may be none.',
      'A step that is written in place is a function of the state: `(state) => pass((s) => …)`.',
    ],
  },
  tap: {
    type: 'tap(step: Step<A, unknown>): Graph<A, A>',
    meaning:
      'Runs a step for its effect alone: the payload goes on as it was. Airflow’s `x >> y`, where `y` needs nothing of `x` but that it is over.',
    notes: ['Its error is an error of the workflow. Where it must not matter: [tapCatch](tapCatch.md).'],
  },
  tapCatch: {
    type: 'tapCatch(step: Step<A, unknown>): Graph<A, A>',
    meaning: 'Runs a step for its effect alone, and goes on also when it fails: `tapCatch(s)` is `tap(capture(s))`.',
  },
  succeed: {
    type: 'succeed<I>((input: Ref<I>) => output)?: Graph<I, never>',
    meaning:
      'Ends the branch, the item or the workflow that it is in, with its input as the output, or what a callback makes of that.',
    notes: [
      'It ends what you wrote it in, whatever guards are around it: `retry(choice(when(paid, succeed()), otherwise(charge)))` ends the workflow where it is paid.',
      'The output of the whole may be that value, which the type of the workflow does not say.',
    ],
  },
  fail: {
    type: 'fail({ error?, cause? }), or fail((input: Ref<I>) => ({ error?, cause? })): Graph<I, never>',
    meaning: 'Fails, with an error and its cause: texts, or references to texts. Nothing can come after it.',
    notes: [
      'A handler that tells somebody and then fails as it failed: `onAny(seq(tapCatch(notify), fail((e) => ({ error: e.Error, cause: e.Cause }))))`.',
    ],
  },
  retry: {
    type: 'retry(step: Step<I, O>, ...policies): Graph<I, O>',
    meaning: 'Runs a step again when it fails. Of what cannot fail, it is that.',
    notes: ['A workflow of several steps is retried as one, from its beginning, on its first input.'],
  },
  catchError: {
    type: 'catchError(step: Step<I, O>, on(error, handler: Step<Caught, H>), …, onAny(handler)): Graph<I, O | H>',
    meaning: 'If a step fails with an error that a handler is for, goes on with the handler.',
    notes: [
      'A handler gets `{ Error, Cause }`. With `{ keeping: "error" }` it gets the payload as the failing step got it, with the error in that field: `onAny(cleanUp, { keeping: "error" })`. What earlier steps kept is there, typed as what may be absent.',
      'Errors of handlers are not caught here, and `States.Runtime` by nobody.',
    ],
  },
  service: {
    type: 'service(resource, (input: Ref<I>, token?) => arguments, { result?, name?, … }): Graph<I, O>',
    meaning: 'Calls a service of AWS with no function between.',
    notes: [
      '`.sync` waits for the job that it started; `.waitForTaskToken` for somebody to return the token, which the callback gets as its second parameter.',
      'Any action of the AWS SDK is there as `aws-sdk:service:action`. How to type, check and grant calls: [services](../guide/services.md).',
    ],
  },
  continueAsNew: {
    type: 'continueAsNew((payload: Ref<I>) => input): Graph<I, { ExecutionArn, StartDate }>',
    meaning:
      'Goes on in a new execution of the same machine, which gets what the callback makes of the payload: for what lasts longer than the 25,000 events of one execution.',
    notes: [
      'This execution does not wait for it. The role needs `states:StartExecution` on its own machine: [loops](../guide/loops.md).',
    ],
  },
  activity: {
    type: 'activity<I, O>(arn, { name?, taskTimeout?, heartbeat? }): Graph<I, O>',
    meaning: 'Work for a worker of your own, wherever it runs, which asks Step Functions for it.',
  },
  distributedMap: {
    type: 'distributedMap(step: Step<A, B>, { reader | items, batcher?, writer?, … }): Graph<I, readonly B[]>',
    meaning:
      'Once per item, or per batch of them, each in an execution of its own: for many items, and for those in S3.',
    notes: [
      'With a `batcher` the step gets `{ Items }`, and `BatchInput` where there is one; with a `writer` the output is where in S3 the results are.',
    ],
  },
  fromDag: {
    type: 'fromDag(edges, steps, { approximate? }): Either<DagError, { graph, added }>',
    meaning: 'The `seq` and `par` that have the given dependencies, as Airflow and the like write them down.',
    notes: [
      'A cycle is an error with its path, and so are dependencies that no nesting of `seq` and `par` has alone; `approximate` adds a few and lists them.',
    ],
  },
}
