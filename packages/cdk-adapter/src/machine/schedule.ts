import { type Duration, isStep, type Step } from '@orkestra/core'
import {
  type CronOptionsWithTimezone,
  Schedule,
  ScheduleExpression,
  type ScheduleProps,
  ScheduleTargetInput,
} from 'aws-cdk-lib/aws-scheduler'
import { type ScheduleTargetBaseProps, StepFunctionsStartExecution } from 'aws-cdk-lib/aws-scheduler-targets'
import type { IStateMachine } from 'aws-cdk-lib/aws-stepfunctions'
import { Duration as CdkDuration, TimeZone } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'
import { stateMachine, type Workflow, type WorkflowProps } from './stateMachine.ts'

interface Rate {
  /** An interval, in whole minutes. */
  readonly rate: Duration
}
interface Cron {
  /** `{ minute: '0', hour: '6' }`: an omitted field matches every value. */
  readonly cron: Omit<CronOptionsWithTimezone, 'timeZone'>
}
interface At {
  /** Runs once, at this time. Without a `timeZone`, in UTC. */
  readonly at: Date
}
interface Expression {
  /** An expression of EventBridge Scheduler: `rate(5 minutes)`, `cron(0 6 * * ? *)`, `at(2030-01-01T00:00:00)`. */
  readonly expression: string
}

type ExactlyOne<T extends readonly unknown[], All = T[number]> = T extends readonly [infer H, ...infer R]
  ? (H & { readonly [K in Exclude<All extends unknown ? keyof All : never, keyof H>]?: never }) | ExactlyOne<R, All>
  : never

/** When to run: exactly one of `rate`, `cron`, `at` and `expression`. */
export type When = ExactlyOne<[Rate, Cron, At, Expression]>

interface Options<I> {
  /** An IANA time zone, such as `Europe/Berlin`. Default UTC. */
  readonly timeZone?: string
  /** The input of each execution. Default `{}`. */
  readonly input?: I
  /** Properties of the schedule: name, group, window, start, end, enabled, description. */
  readonly scheduleProps?: Omit<ScheduleProps, 'schedule' | 'target'>
  /** Properties of its target: dead-letter queue, retries, role. */
  readonly target?: Omit<ScheduleTargetBaseProps, 'input'>
}

/** When to start an existing machine, and its input. */
export type MachineScheduleProps = When & Options<unknown>

/** When to start a workflow, its input, and the properties of its machine. */
export type WorkflowScheduleProps<I> = When &
  Options<I> & {
    /** Properties of the machine. */
    readonly stateMachine?: WorkflowProps
  }

const kinds = ['rate', 'cron', 'at', 'expression'] as const

const expressionOf = (when: When, timeZone: TimeZone): ScheduleExpression => {
  const said = kinds.filter((kind) => when[kind] !== undefined)
  // Without this check, a schedule without any of them, in JavaScript, would run every minute: CDK reads it as an empty cron.
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

/** The machine to start: the alias of its release, if it has one. */
const targetOf = (machine: IStateMachine & Partial<Pick<Workflow, 'released'>>): IStateMachine =>
  machine.released?.alias ?? machine

/** The call signatures of `schedule`. */
export interface ScheduleWorkflow {
  /**
   * Deploys a workflow in a construct with this id and runs it on a schedule.
   *
   * @example schedule(this, 'Daily', workflow, { cron: { hour: '6', minute: '0' }, timeZone: 'Europe/Berlin', input: { name: 'guitar' } })
   * @throws TypeError unless exactly one of `rate`, `cron`, `at`, `expression` is given; RangeError when a rate is not in whole
   *   minutes; the errors of `stateMachine`.
   */
  <I, O>(
    scope: Construct,
    id: string,
    workflow: Step<I, O>,
    props: WorkflowScheduleProps<NoInfer<I>>,
  ): { readonly schedule: Schedule; readonly stateMachine: Workflow }
  /**
   * Runs an existing machine, created by `stateMachine` or CDK, on a schedule. A machine can have any number of schedules.
   *
   * @example schedule(this, 'EveryFiveMinutes', machine, { rate: minutes(5) })
   */
  <M extends IStateMachine>(
    scope: Construct,
    id: string,
    machine: M,
    props: MachineScheduleProps,
  ): { readonly schedule: Schedule; readonly stateMachine: M }
}

/**
 * Runs a workflow or an existing machine on a schedule of EventBridge Scheduler.
 *
 * @example schedule(this, 'EveryFiveMinutes', machine, { rate: minutes(5), input: { id: 'guitar' } })
 */
export const schedule: ScheduleWorkflow = (
  scope: Construct,
  id: string,
  what: Step<never, unknown> | IStateMachine,
  props: WorkflowScheduleProps<unknown>,
): { readonly schedule: Schedule; readonly stateMachine: never } => {
  const expression = expressionOf(props, props.timeZone === undefined ? TimeZone.ETC_UTC : TimeZone.of(props.timeZone))
  const isWorkflow = isStep(what)
  const machine: IStateMachine = isWorkflow ? stateMachine(scope, id, what, props.stateMachine) : what
  const [home, name] = isWorkflow ? [machine.node.scope as Construct, 'Schedule'] : [scope, id]
  return {
    stateMachine: machine as never,
    schedule: new Schedule(home, name, {
      ...props.scheduleProps,
      schedule: expression,
      target: new StepFunctionsStartExecution(targetOf(machine), {
        ...props.target,
        input: ScheduleTargetInput.fromObject(props.input ?? {}),
      }),
    }),
  }
}
