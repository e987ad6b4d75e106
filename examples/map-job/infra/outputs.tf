output "state_machine_arn" {
  description = "The ARN of the state machine"
  value       = aws_sfn_state_machine.workflow.arn
}

output "role_arn" {
  description = "The ARN of its role"
  value       = aws_iam_role.workflow.arn
}

output "role_name" {
  description = "The name of its role, for more policies"
  value       = aws_iam_role.workflow.name
}

output "log_group_name" {
  description = "The name of its log group"
  value       = aws_cloudwatch_log_group.workflow.name
}
