/** The machine and its log group in a Terraform module. */
import type { Settings } from '../options.ts'
import { attributes, block, expression } from './hcl.ts'

export const machine = ({ type, tracing, logging }: Settings, policies: readonly string[]): readonly string[] => [
  ...(logging === undefined
    ? []
    : [
        block(
          'resource "aws_cloudwatch_log_group" "workflow"',
          attributes({
            // Under this prefix the log groups of an account do not use up the room of one resource policy.
            name: expression('"/aws/vendedlogs/states/${var.name}"'),
            retention_in_days: expression('var.log_retention_in_days'),
            tags: expression('var.tags'),
          }),
        ),
      ]),
  block(
    'resource "aws_sfn_state_machine" "workflow"',
    attributes({
      name: expression('var.name'),
      type,
      role_arn: expression('aws_iam_role.workflow.arn'),
      definition: expression('local.definition'),
      tags: expression('var.tags'),
    }),
    block('tracing_configuration', attributes({ enabled: tracing })).trimEnd(),
    ...(logging === undefined
      ? []
      : [
          block(
            'logging_configuration',
            attributes({
              level: logging.level,
              include_execution_data: logging.includeExecutionData,
              log_destination: expression('"${aws_cloudwatch_log_group.workflow.arn}:*"'),
            }),
          ).trimEnd(),
        ]),
    // Step Functions looks, as it makes the machine, whether the role may log.
    ...(policies.length > 0 ? [attributes({ depends_on: expression(`[${policies.join(', ')}]`) })] : []),
  ),
]
