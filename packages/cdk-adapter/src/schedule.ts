import type { Duration, Step } from '@orkestra/core'
import {
  type CronOptionsWithTimezone,
  Schedule,
  ScheduleExpression,
  type ScheduleProps,
  ScheduleTargetInput,
} from 'aws-cdk-lib/aws-scheduler'
import { type ScheduleTargetBaseProps, StepFunctionsStartExecution } from 'aws-cdk-lib/aws-scheduler-targets'
import { Duration as CdkDuration, TimeZone } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'
import { stateMachine, type Workflow, type WorkflowProps } from './stateMachine.ts'

interface Rate {
  /** Every so often; whole minutes. */
  readonly rate: Duration
}
interface Cron {
  /** `{ minute: '0', hour: '6' }`: what is left out is every. */
  readonly cron: Omit<CronOptionsWithTimezone, 'timeZone'>
}
interface At {
  /** Once. Without a `timeZone`, the date's moment in UTC. */
  readonly at: Date
}
interface Expression {
  /** EventBridge Scheduler's own: `rate(5 minutes)`, `cron(0 6 * * ? *)`, `at(2030-01-01T00:00:00)`. */
  readonly expression: string
}

type ExactlyOne<T extends readonly unknown[], All = T[number]> = T extends readonly [infer H, ...infer R]
  ? (H & { readonly [K in Exclude<All extends unknown ? keyof All : never, keyof H>]?: never }) | ExactlyOne<R, All>
  : never

/** When: exactly one of the four. */
export type When = ExactlyOne<[Rate, Cron, At, Expression]>

interface Options<I> {
  /** An IANA name, such as `Europe/Berlin`. Default UTC. */
  readonly timeZone?: string
  /** What each execution gets. Default `{}`. */
  readonly input?: I
  /** Of the schedule itself: name, group, window, start, end, enabled, description. */
  readonly scheduleProps?: Omit<ScheduleProps, 'schedule' | 'target'>
  /** Of its target: dead-letter queue, retries, role. */
  readonly target?: Omit<ScheduleTargetBaseProps, 'input'>
  /** Of the machine. */
  readonly stateMachine?: WorkflowProps
  /** The schedule's construct id. Default `Schedule`, in the machine's own construct. */
  readonly id?: string
}

export type WorkflowScheduleProps<I> = When & Options<I>

const kinds = ['rate', 'cron', 'at', 'expression'] as const

const expressionOf = (when: When, timeZone: TimeZone): ScheduleExpression => {
  const said = kinds.filter((kind) => when[kind] !== undefined)
  // Without this check a caller in JavaScript who says nothing would run every minute, as CDK reads an empty cron.
  if (said.length !== 1)
    throw new TypeError(
      `schedule: expected exactly one of ${kinds.join(', ')}; got ${said.length === 0 ? 'none' : said.join(' and ')}`,
    )
  if (when.rate !== undefined) {
    if (when.rate.seconds <= 0 || when.rate.seconds % 60 !== 0)
      throw new RangeError(`schedule: a rate is in whole minutes, got ${when.rate.seconds} s`)
    return ScheduleExpression.rate(CdkDuration.minutes(when.rate.seconds / 60))
  }
  if (when.cron !== undefined) return ScheduleExpression.cron({ ...when.cron, timeZone })
  if (when.at !== undefined) return ScheduleExpression.at(when.at, timeZone)
  return ScheduleExpression.expression(when.expression as string, timeZone)
}

/**
 * Deploys a workflow and runs it on a schedule of EventBridge Scheduler.
 *
 * @example schedule(this, workflow, { rate: minutes(5), input: { name: 'guitar' } })
 * @example schedule(this, workflow, { cron: { hour: '6', minute: '0' }, timeZone: 'Europe/Berlin', stateMachine: { id: 'Daily' } })
 * @throws TypeError unless exactly one of `rate`, `cron`, `at`, `expression` is given; RangeError when a rate is not in whole
 *   minutes; and what `stateMachine` throws.
 */
export const schedule = <I, O>(
  scope: Construct,
  graph: Step<I, O>,
  props: WorkflowScheduleProps<NoInfer<I>>,
): { readonly schedule: Schedule; readonly stateMachine: Workflow } => {
  const expression = expressionOf(props, props.timeZone === undefined ? TimeZone.ETC_UTC : TimeZone.of(props.timeZone))
  const machine = stateMachine(scope, graph as Step<never, unknown>, props.stateMachine ?? {})
  const home = machine.node.scope as Construct
  return {
    stateMachine: machine,
    schedule: new Schedule(home, props.id ?? 'Schedule', {
      ...props.scheduleProps,
      schedule: expression,
      target: new StepFunctionsStartExecution(machine.released?.alias ?? machine, {
        ...props.target,
        input: ScheduleTargetInput.fromObject(props.input ?? {}),
      }),
    }),
  }
}
