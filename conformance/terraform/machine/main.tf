# Emitted definitions in the resource that deploys them.

terraform {
  required_version = ">= 1.5"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.0"
    }
  }
}

variable "definitions" {
  description = "The files that hold the definitions, by name"
  type        = map(string)
}

variable "function_arns" {
  description = "The ARN of each function, by its placeholder"
  type        = map(string)
}

resource "aws_sfn_state_machine" "machine" {
  for_each   = var.definitions
  name       = each.key
  role_arn   = "arn:aws:iam::123456789012:role/workflow"
  definition = templatefile(each.value, var.function_arns)
}
