# Reads emitted definitions as a user does, by templatefile, without any provider.

terraform {
  required_version = ">= 1.5"
}

variable "definitions" {
  description = "The files that hold the definitions, by name"
  type        = map(string)
}

variable "function_arns" {
  description = "The ARN of each function, by its placeholder"
  type        = map(string)
}

locals {
  filled = { for name, file in var.definitions : name => templatefile(file, var.function_arns) }
}

resource "terraform_data" "machine" {
  for_each = local.filled
  input    = jsondecode(each.value)

  lifecycle {
    precondition {
      condition     = contains(keys(jsondecode(each.value).States), jsondecode(each.value).StartAt)
      error_message = "The definition ${each.key} starts at a state that it does not have."
    }
  }
}

output "machines" {
  value = { for name, machine in terraform_data.machine : name => machine.output }
}
