import { defaultLogging } from '@orkestra/asl'
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs'
import { LogLevel, type LogOptions } from 'aws-cdk-lib/aws-stepfunctions'
import { Names, RemovalPolicy } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'

/**
 * The log settings, with all defaults filled in.
 *
 * By default, all events are logged, because an EXPRESS execution leaves no other trace and a STANDARD one has few events. Execution data is not
 * logged, because it may be secret. Logs are kept for 30 days, and the group is deleted with the machine. Its prefix keeps the log groups of an account
 * from exhausting the size of one resource policy. https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html
 */
export const logOptions = (
  home: Construct,
  {
    destination,
    level = LogLevel[defaultLogging.level],
    includeExecutionData = defaultLogging.includeExecutionData,
  }: LogOptions,
  removalPolicy: RemovalPolicy = RemovalPolicy.DESTROY,
): LogOptions => {
  if (level === LogLevel.OFF) return { level }
  return {
    level,
    includeExecutionData,
    destination:
      destination ??
      new LogGroup(home, 'Logs', {
        logGroupName: `/aws/vendedlogs/states/${Names.uniqueResourceName(home, { maxLength: 120, separator: '-' })}`,
        retention: defaultLogging.retentionDays as RetentionDays,
        removalPolicy,
      }),
  }
}
