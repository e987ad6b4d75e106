/** Alarms on how the executions of a machine end. */
import {
  Alarm,
  ComparisonOperator,
  type IAlarmAction,
  type IMetric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch'
import type { IStateMachine } from 'aws-cdk-lib/aws-stepfunctions'
import { Duration } from 'aws-cdk-lib/core'
import { Construct } from 'constructs'

/** What can go wrong with executions. `throttled` counts events that were held back, the others executions. */
const kinds = ['failed', 'timedOut', 'throttled', 'aborted'] as const

type Kind = (typeof kinds)[number]

export interface AlarmOptions extends Readonly<Partial<Record<Kind, number | false>>> {
  /** The period over which executions are counted. Default: five minutes. */
  readonly period?: Duration
  /** What an alarm does, such as `new SnsAction(topic)`. */
  readonly actions?: readonly IAlarmAction[]
  /** Of the construct that holds the alarms, in the machine. Default `Alarms`. */
  readonly id?: string
}

const metrics = {
  failed: (machine: IStateMachine, period: Duration): IMetric => machine.metricFailed({ period, statistic: 'Sum' }),
  timedOut: (machine: IStateMachine, period: Duration): IMetric => machine.metricTimedOut({ period, statistic: 'Sum' }),
  throttled: (machine: IStateMachine, period: Duration): IMetric =>
    machine.metricThrottled({ period, statistic: 'Sum' }),
  aborted: (machine: IStateMachine, period: Duration): IMetric => machine.metricAborted({ period, statistic: 'Sum' }),
}

/**
 * Alarms on a machine: each fires when that many executions `failed`, `timedOut`, were `throttled` or
 * `aborted` within the period. Default: 1 for each; `false` omits an alarm. No executions means no alarm.
 *
 * @example alarms(machine, { failed: 3, aborted: false, actions: [new SnsAction(topic)] }).failed
 * @throws RangeError when a threshold is not a whole number of at least 1; then nothing is created.
 */
export const alarms = (
  machine: IStateMachine,
  { period = Duration.minutes(5), actions = [], id = 'Alarms', ...thresholds }: AlarmOptions = {},
): Readonly<Partial<Record<Kind, Alarm>>> => {
  for (const kind of kinds) {
    const threshold = thresholds[kind]
    if (threshold !== undefined && threshold !== false && !(Number.isInteger(threshold) && threshold >= 1))
      throw new RangeError(`alarms: ${kind} is a whole number of 1 or more, or false; got ${threshold}`)
  }
  const home = new Construct(machine, id)
  const made: Partial<Record<Kind, Alarm>> = {}
  for (const kind of kinds) {
    const { [kind]: threshold = 1 } = thresholds
    if (threshold === false) continue
    const alarm = new Alarm(home, `${kind[0]?.toUpperCase()}${kind.slice(1)}`, {
      metric: metrics[kind](machine, period),
      threshold,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    })
    alarm.addAlarmAction(...actions)
    made[kind] = alarm
  }
  return made
}
