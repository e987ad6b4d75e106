/** How a workflow is deployed, whatever deploys it. */
import type { EmitOptions } from '../emit/options.ts'
import type { Statement } from '../policy/document.ts'

export interface Logging {
  /** Default `"ERROR"`; `"ALL"` for EXPRESS, whose executions leave no other trace. */
  readonly level?: 'ALL' | 'ERROR' | 'FATAL'
  /** Whether logs hold inputs and outputs. Default `false`: these may be secret. */
  readonly includeExecutionData?: boolean
  /** Default 30. One of the numbers that CloudWatch takes: 1, 3, 5, 7, 14, 30, 60, 90, … */
  readonly retentionDays?: number
}

export interface Recurring {
  /** EventBridge Scheduler's own: `rate(5 minutes)`, `cron(0 6 * * ? *)`, `at(2030-01-01T00:00:00)`. */
  readonly expression: string
  /** An IANA name, such as `Europe/Berlin`. Default UTC. */
  readonly timeZone?: string
  /** What each execution gets. Default `{}`. */
  readonly input?: unknown
}

export interface DeployOptions
  extends Pick<EmitOptions, 'queryLanguage' | 'type' | 'comment' | 'timeout' | 'partition'> {
  /** The machine's name: letters, digits, `-` and `_`, at most 80. */
  readonly name?: string
  /** X-Ray. Default `true`. */
  readonly tracing?: boolean
  /** `false`: no logs. */
  readonly logging?: Logging | false
  readonly schedule?: Recurring
  /** What else the machine's role may do: what `policy` tells as `underived`. */
  readonly statements?: readonly Statement[]
}

/** The settings with nothing left out. */
export interface Settings {
  readonly type: 'STANDARD' | 'EXPRESS'
  readonly tracing: boolean
  readonly logging: Required<Logging> | undefined
  readonly schedule: { readonly expression: string; readonly timeZone: string; readonly input: string } | undefined
}

/**
 * @throws TypeError when the name is none that a machine can have, or the schedule is no expression of EventBridge Scheduler.
 */
export const settingsOf = ({
  type = 'STANDARD',
  name,
  tracing = true,
  logging = {},
  schedule,
}: DeployOptions): Settings => {
  // AWS takes a few more characters, which CloudWatch does not.
  if (name !== undefined && !/^[A-Za-z0-9_-]{1,80}$/.test(name))
    throw new TypeError(`name ${JSON.stringify(name)}: a machine's name has 1 to 80 letters, digits, - and _`)
  if (schedule !== undefined && !/^(rate|cron|at)\(.+\)$/.test(schedule.expression))
    throw new TypeError(
      `schedule ${JSON.stringify(schedule.expression)}: it is rate(5 minutes), cron(0 6 * * ? *) or at(2030-01-01T00:00:00)`,
    )
  return {
    type,
    tracing,
    logging:
      logging === false
        ? undefined
        : {
            level: logging.level ?? (type === 'EXPRESS' ? 'ALL' : 'ERROR'),
            includeExecutionData: logging.includeExecutionData ?? false,
            retentionDays: logging.retentionDays ?? 30,
          },
    schedule: schedule && {
      expression: schedule.expression,
      timeZone: schedule.timeZone ?? 'UTC',
      input: JSON.stringify(schedule.input ?? {}),
    },
  }
}
