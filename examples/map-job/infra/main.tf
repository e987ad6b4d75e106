# Written by orkestra from ../src/workflow.ts#mapJob: change the workflow and write it again, rather than this file.
# What is said of the module is said where it is used, by its variables.

data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

data "aws_region" "current" {}

locals {
  function_arns = var.function_arns
  definition    = templatefile("${path.module}/workflow.asl.json.tftpl", merge(local.function_arns, { partition = data.aws_partition.current.partition }))
}

resource "aws_iam_role" "workflow" {
  name_prefix = substr("${var.name}-", 0, 38)
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect = "Allow"
        Action = "sts:AssumeRole"
        Principal = {
          Service = "states.amazonaws.com"
        }
        Condition = {
          StringEquals = {
            "aws:SourceAccount" = data.aws_caller_identity.current.account_id
          }
          ArnLike = {
            "aws:SourceArn" = "arn:${data.aws_partition.current.partition}:states:${data.aws_region.current.id}:${data.aws_caller_identity.current.account_id}:stateMachine:*"
          }
        }
      },
    ]
  })
  permissions_boundary = var.permissions_boundary
  tags                 = var.tags
}

resource "aws_iam_role_policy" "workflow" {
  name = "workflow"
  role = aws_iam_role.workflow.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect = "Allow"
        Action = ["lambda:InvokeFunction"]
        Resource = [
          local.function_arns.divideBy,
          "${local.function_arns.divideBy}:*",
          local.function_arns.filterDivisionErrors,
          "${local.function_arns.filterDivisionErrors}:*",
          local.function_arns.onesAndZeros,
          "${local.function_arns.onesAndZeros}:*",
          local.function_arns.sumUp,
          "${local.function_arns.sumUp}:*",
          local.function_arns.times3,
          "${local.function_arns.times3}:*",
        ]
      },
      {
        Effect = "Allow"
        Action = [
          "logs:CreateLogDelivery",
          "logs:DeleteLogDelivery",
          "logs:DescribeLogGroups",
          "logs:DescribeResourcePolicies",
          "logs:GetLogDelivery",
          "logs:ListLogDeliveries",
          "logs:PutResourcePolicy",
          "logs:UpdateLogDelivery",
        ]
        Resource = ["*"]
      },
      {
        Effect = "Allow"
        Action = [
          "xray:GetSamplingRules",
          "xray:GetSamplingTargets",
          "xray:PutTelemetryRecords",
          "xray:PutTraceSegments",
        ]
        Resource = ["*"]
      },
    ]
  })
}

resource "aws_cloudwatch_log_group" "workflow" {
  name              = "/aws/vendedlogs/states/${var.name}"
  retention_in_days = var.log_retention_in_days
  tags              = var.tags
}

resource "aws_sfn_state_machine" "workflow" {
  name       = var.name
  type       = "STANDARD"
  role_arn   = aws_iam_role.workflow.arn
  definition = local.definition
  tags       = var.tags

  tracing_configuration {
    enabled = true
  }

  logging_configuration {
    level                  = "ALL"
    include_execution_data = false
    log_destination        = "${aws_cloudwatch_log_group.workflow.arn}:*"
  }

  depends_on = [aws_iam_role_policy.workflow]
}
