import { defaultLogging } from '@orkestra/asl'
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs'
import { LogLevel, type LogOptions } from 'aws-cdk-lib/aws-stepfunctions'
import { Names, RemovalPolicy } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'

/**
 * What is logged and where, with nothing left out.
 *
 * All events, for an EXPRESS execution leaves no other trace and the events of a STANDARD one are few; not the data of executions,
 * which may be secret. The log group is kept for 30 days and goes with the machine; under its prefix the log groups of an account
 * do not use up the room of one resource policy. https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html
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
