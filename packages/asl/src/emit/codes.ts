/** What `emit` refuses and no rule of ASL covers, by code. The documentation is generated from here. */

export type EmitCode = 'ASL301' | 'ASL302' | 'ASL303' | 'ASL304' | 'ASL310'

export interface EmitDiagnostic {
  readonly rule: string
  /** A module that `emit` throws in, with exactly this issue. */
  readonly bad: string
  /** Nearly the same, and right. */
  readonly good: string
  readonly message: string
  readonly hint: string
}

const module = (imports: readonly string[], body: string): string =>
  `${[...imports, "import { emit } from '@orkestra/asl'"].join('\n')}\n\n${body}\n`

const core = (names: string): string => `import { ${names} } from '@orkestra/core'`

const twoHandlers = (second: string): string =>
  module(
    [core('seq'), "import { compose } from '@orkestra/handler'"],
    `const charge = compose({ name: 'charge' }, async (cents: number) => ({ cents }))
const again = compose({ name: '${second}' }, async ({ cents }: { cents: number }) => cents)
emit(seq(charge, again))`,
  )

const multiplied = (options: string): string =>
  module(
    [core('multiply, pass, seq, task')],
    `const order = task<void, { price: number; count: number }>('order')
emit(seq(order, pass((o) => ({ total: multiply(o.price, o.count) })))${options})`,
  )

const express = (of: string): string =>
  module([core('seconds, task')], `emit(task('charge'), { type: 'EXPRESS', timeout: seconds(${of}) })`)

const fragment = (options: string): string =>
  module(
    ["import { fromChainable } from '@orkestra/cdk-adapter'", "import { Pass } from 'aws-cdk-lib/aws-stepfunctions'"],
    `const greet = fromChainable<unknown, unknown>((scope) => new Pass(scope, 'greet'), { name: 'greet' })
emit(greet${options})`,
  )

export const emitDiagnostics: Readonly<Record<EmitCode, EmitDiagnostic>> = {
  ASL301: {
    rule: 'Two functions have two placeholders. A placeholder has the letters and digits of the name only.',
    bad: module([core('seq, task')], "emit(seq(task('fetch-user'), task('fetch_user')))"),
    good: module([core('seq, task')], "emit(seq(task('fetch-user'), task('fetch-user-again')))"),
    message: 'the functions "fetch-user" and "fetch_user" have the same placeholder ${fetchuser}',
    hint: 'Rename one so that they differ in letters or digits, or pass functionArn to name the functions yourself.',
  },
  ASL302: {
    rule: 'Two composed handlers have two names: handlers of one name are one function on AWS.',
    bad: twoHandlers('charge'),
    good: twoHandlers('receipt'),
    message: 'two different handlers are called "charge", and would be one function',
    hint: 'Name one otherwise: compose({ name: "…" }, …).',
  },
  ASL303: {
    rule: 'The states of a step made by fromChainable exist only in a CDK app: emit needs them from elsewhere.',
    bad: fragment(''),
    good: fragment(", { fragments: { greet: { StartAt: 'greet', States: { greet: { Type: 'Pass', End: true } } } } }"),
    message: 'no states are given for the fragment "greet"',
    hint: 'Deploy it with stateMachine() of @orkestra/cdk-adapter, which makes them, or pass them in fragments.',
  },
  ASL304: {
    rule: 'The time-out of an EXPRESS machine is 300 s at most.',
    bad: express('600'),
    good: express('300'),
    message: 'an EXPRESS execution lasts 300 s at most; its time-out is 600 s',
    hint: 'Shorten the time-out, or emit with type: "STANDARD".',
  },
  ASL310: {
    rule: 'The query language can express every expression of the workflow. JSONPath has no multiplication, among others.',
    bad: multiplied(''),
    good: multiplied(", { queryLanguage: 'JSONata' }"),
    message: 'the step "Shape total" says multiply(i.price, i.count): JSONPath has no function for multiply',
    hint: "Use emit's queryLanguage: 'JSONata', or compute it in a task.",
  },
}
