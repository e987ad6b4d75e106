# The workflow as raw ASL: `pnpm asl` writes workflow.asl.json, templatefile fills in the functions' ARNs.

terraform {
  required_version = ">= 1.5"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.0"
    }
  }
}

variable "function_arns" {
  description = "The ARN of each function, by the name of its task"
  type        = map(string)
}

locals {
  definition = templatefile("${path.module}/workflow.asl.json", var.function_arns)
}

resource "aws_iam_role" "workflow" {
  name_prefix = "map-job-"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "states.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role_policy" "invoke" {
  role = aws_iam_role.workflow.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "lambda:InvokeFunction"
      Resource = flatten([for arn in values(var.function_arns) : [arn, "${arn}:*"]])
    }]
  })
}

resource "aws_sfn_state_machine" "workflow" {
  name       = "map-job"
  role_arn   = aws_iam_role.workflow.arn
  definition = local.definition
}

output "state_machine_arn" {
  value = aws_sfn_state_machine.workflow.arn
}
