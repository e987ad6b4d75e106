mock_provider "aws" {
  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::123456789012:role/map-job" }
  }
  mock_resource "aws_cloudwatch_log_group" {
    defaults = { arn = "arn:aws:logs:eu-west-1:123456789012:log-group:map-job" }
  }
}

variables {
  function_arns = {
    onesAndZeros         = "arn:aws:lambda:eu-west-1:123456789012:function:onesAndZeros"
    divideBy             = "arn:aws:lambda:eu-west-1:123456789012:function:divideBy"
    filterDivisionErrors = "arn:aws:lambda:eu-west-1:123456789012:function:filterDivisionErrors"
    sumUp                = "arn:aws:lambda:eu-west-1:123456789012:function:sumUp"
    times3               = "arn:aws:lambda:eu-west-1:123456789012:function:times3"
  }
}

run "the_machine_starts_with_the_first_task" {
  assert {
    condition     = jsondecode(aws_sfn_state_machine.workflow.definition).StartAt == "onesAndZeros"
    error_message = "the definition starts elsewhere"
  }
  assert {
    condition = (
      jsondecode(aws_sfn_state_machine.workflow.definition).States.sumUp.Parameters.FunctionName
      == var.function_arns.sumUp
    )
    error_message = "a placeholder was not filled"
  }
}
