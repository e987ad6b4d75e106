mock_provider "aws" {}

run "each_definition_is_deployed_as_emitted" {
  assert {
    condition     = length(aws_sfn_state_machine.machine) == length(var.definitions)
    error_message = "a machine is missing"
  }
  assert {
    condition = (
      jsonencode({ for name, machine in aws_sfn_state_machine.machine : name => jsondecode(machine.definition) })
      == jsonencode(jsondecode(file("expected.json")))
    )
    error_message = "what is deployed differs from what emit gives"
  }
}
