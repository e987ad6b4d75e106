# Yours. The module in workflow/ is written again by `npm run build`; this file is not.

terraform {
  required_version = ">= 1.5"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.0"
    }
  }
}

module "workflow" {
  source            = "./workflow"
  function_packages = { for key, file in jsondecode(file("${path.module}/workflow/packages.json")) : key => "${path.module}/${file}" }

  # With a provider that does not know nodejs24.x yet:
  # function_runtime = "nodejs22.x"
}

output "state_machine_arn" {
  description = "The ARN of the state machine"
  value       = module.workflow.state_machine_arn
}
