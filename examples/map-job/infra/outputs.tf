output "state_machine_arn" {
  description = "The ARN of the state machine"
  value       = aws_sfn_state_machine.workflow.arn
}

output "role_arn" {
  description = "The ARN of its role"
  value       = aws_iam_role.workflow.arn
}
