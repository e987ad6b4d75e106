/** How a workflow is deployed, whatever deploys it. */
import type { EmitOptions } from '../emit/options.ts'
import type { Statement } from '../policy/permissions/document.ts'
import type { ManifestOptions } from './functions/manifest.ts'

export interface Logging {
  /** Default `"ALL"`: an EXPRESS execution leaves no other trace, and without the data of executions events are small. */
  readonly level?: 'ALL' | 'ERROR' | 'FATAL'
  /** Whether logs include inputs and outputs. Default `false`: these may be secret. */
  readonly includeExecutionData?: boolean
  /** Default 30. One of the numbers that CloudWatch takes: 1, 3, 5, 7, 14, 30, 60, 90, … */
  readonly retentionDays?: number
}

/** How executions are logged where nothing is said, whatever deploys them. */
export const defaultLogging: Required<Logging> = { level: 'ALL', includeExecutionData: false, retentionDays: 30 }

export interface Recurring {
  /** EventBridge Scheduler's own: `rate(5 minutes)`, `cron(0 6 * * ? *)`, `at(2030-01-01T00:00:00)`. */
  readonly expression: string
  /** An IANA name, such as `Europe/Berlin`. Default UTC. */
  readonly timeZone?: string
  /** The input of each execution. Default `{}`. */
  readonly input?: unknown
}

export interface DeployOptions
  extends Pick<EmitOptions, 'queryLanguage' | 'type' | 'comment' | 'timeout'>,
    Pick<ManifestOptions, 'readModules'> {
  /** The machine's name: letters, digits, `-` and `_`, at most 80. */
  readonly name?: string
  /** X-Ray. Default `true`. */
  readonly tracing?: boolean
  /** `false`: no logs. */
  readonly logging?: Logging | false
  /** Starts an execution on a schedule. */
  readonly schedule?: Recurring
  /** The partition of ARNs: `"aws"`, `"aws-cn"`, `"aws-us-gov"`. Default: the one it is deployed in. */
  readonly partition?: string
  /** The source of the files, such as `src/workflow.ts#orders`, which their headers name. */
  readonly source?: string
  /** Extra permissions of the machine's role: those that `policy` reports as `underived`. */
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
 * @throws TypeError when the name is not valid for a machine, or the schedule is not an expression of EventBridge Scheduler.
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
            level: logging.level ?? defaultLogging.level,
            includeExecutionData: logging.includeExecutionData ?? defaultLogging.includeExecutionData,
            retentionDays: logging.retentionDays ?? defaultLogging.retentionDays,
          },
    schedule: schedule && {
      expression: schedule.expression,
      timeZone: schedule.timeZone ?? 'UTC',
      input: JSON.stringify(schedule.input ?? {}),
    },
  }
}
