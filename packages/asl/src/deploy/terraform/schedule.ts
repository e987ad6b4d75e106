/** What starts the machine in a Terraform module. */
import type { Settings } from '../options.ts'
import { attributes, block, expression } from './hcl.ts'
import { jsonencode, roleAttributes, trust } from './role.ts'

export const schedule = (
  { expression: when, timeZone, input }: NonNullable<Settings['schedule']>,
  ofPartition: string,
): readonly string[] => [
  block(
    'resource "aws_iam_role" "schedule"',
    attributes({
      name_prefix: expression('substr("${var.name}-schedule-", 0, 38)'),
      assume_role_policy: trust('scheduler.amazonaws.com', ofPartition, false),
      ...roleAttributes,
    }),
  ),
  block(
    'resource "aws_iam_role_policy" "schedule"',
    attributes({
      name: 'start',
      role: expression('aws_iam_role.schedule.id'),
      policy: jsonencode({
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Action: 'states:StartExecution',
            Resource: expression('aws_sfn_state_machine.workflow.arn'),
          },
        ],
      }),
    }),
  ),
  block(
    'resource "aws_scheduler_schedule" "workflow"',
    attributes({
      name: expression('substr(var.name, 0, 64)'),
      schedule_expression: when,
      schedule_expression_timezone: timeZone,
    }),
    block('flexible_time_window', attributes({ mode: 'OFF' })).trimEnd(),
    block(
      'target',
      attributes({
        arn: expression('aws_sfn_state_machine.workflow.arn'),
        role_arn: expression('aws_iam_role.schedule.arn'),
        input,
      }),
    ).trimEnd(),
  ),
]
