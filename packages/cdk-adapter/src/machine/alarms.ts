/** Alarms on failed, timed-out, throttled and aborted executions. */
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

/** The ways executions go wrong. `throttled` counts throttled events, the others count executions. */
const kinds = ['failed', 'timedOut', 'throttled', 'aborted'] as const

type Kind = (typeof kinds)[number]

/** Thresholds and settings of `alarms`. */
export interface AlarmOptions extends Readonly<Partial<Record<Kind, number | false>>> {
  /** The period over which executions are counted. Default: five minutes. */
  readonly period?: Duration
  /** The actions of each alarm, such as `new SnsAction(topic)`. */
  readonly actions?: readonly IAlarmAction[]
  /** The id of the construct that contains the alarms, inside the machine. Default `Alarms`. */
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
 * Creates alarms on a machine. Each fires when at least as many executions as its threshold `failed`, `timedOut`, were `throttled` or
 * `aborted` within the period. Each threshold is 1 by default; `false` omits the alarm. Periods without executions fire no alarm.
 *
 * @example alarms(machine, { failed: 3, aborted: false, actions: [new SnsAction(topic)] }).failed
 * @throws RangeError, before anything is created, when a threshold is not a whole number of at least 1.
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
