/** Terraform's own provider of AWS, against the server: plan, apply, change and destroy. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  DescribeExecutionCommand,
  DescribeStateMachineCommand,
  ListActivitiesCommand,
  ListStateMachinesCommand,
  ListTagsForResourceCommand,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { served } from '../oracles/sfn.ts'
import { inFolder, plugins, temporary, terraform, withProvider as whereProvider } from '../oracles/terraform.ts'

const test = suite("serve: Terraform's provider")
const withProvider = whereProvider(test)

const module = (url: string, result: number, tags: string): string => `
terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

provider "aws" {
  region                      = "us-east-1"
  access_key                  = "local"
  secret_key                  = "local"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_requesting_account_id  = true
  endpoints {
    sfn = "${url}"
  }
}

resource "aws_sfn_state_machine" "orders" {
  name     = "orders"
  role_arn = "arn:aws:iam::123456789012:role/orders"
  publish  = true
  definition = jsonencode({
    StartAt = "A"
    States  = { A = { Type = "Pass", Result = { n = ${result} }, End = true } }
  })
  tags = { ${tags} }
}

resource "aws_sfn_alias" "live" {
  name = "live"
  routing_configuration {
    state_machine_version_arn = aws_sfn_state_machine.orders.state_machine_version_arn
    weight                    = 100
  }
}

resource "aws_sfn_activity" "work" {
  name = "work"
}

output "alias" {
  value = aws_sfn_alias.live.arn
}
`

withProvider('plan, apply, nothing to change, change, and destroy', () =>
  served({}, (client, server) =>
    inFolder(temporary(), async (folder) => {
      const write = (text: string): void => writeFileSync(join(folder, 'main.tf'), text)
      write(module(server.url, 1, 'team = "a"'))
      await terraform(folder, 'init', '-input=false', '-no-color', `-plugin-dir=${plugins}`)
      assert.match(
        await terraform(folder, 'plan', '-input=false', '-no-color'),
        /Plan: 3 to add, 0 to change, 0 to destroy/,
      )
      await terraform(folder, 'apply', '-input=false', '-auto-approve', '-no-color')
      const [machine] = (await client.send(new ListStateMachinesCommand({}))).stateMachines ?? []
      const { stateMachineArn } = machine ?? {}
      const described = await client.send(new DescribeStateMachineCommand({ stateMachineArn }))
      assert.equal(JSON.parse(String(described.definition)).States.A.Result, { n: 1 })
      assert.equal((await client.send(new ListTagsForResourceCommand({ resourceArn: stateMachineArn }))).tags, [
        { key: 'team', value: 'a' },
      ])
      assert.is((await client.send(new ListActivitiesCommand({}))).activities?.[0]?.name, 'work')
      const outputOf = async (): Promise<unknown> => {
        const { executionArn } = await client.send(
          new StartExecutionCommand({ stateMachineArn: `${stateMachineArn}:live` }),
        )
        return (await client.send(new DescribeExecutionCommand({ executionArn }))).output
      }
      assert.is(await outputOf(), '{"n":1}')
      assert.match(await terraform(folder, 'plan', '-input=false', '-no-color', '-detailed-exitcode'), /No changes/)
      write(module(server.url, 2, 'team = "b"'))
      assert.match(
        await terraform(folder, 'apply', '-input=false', '-auto-approve', '-no-color'),
        /0 added, 2 changed, 0 destroyed/,
      )
      assert.is(await outputOf(), '{"n":2}')
      assert.match(await terraform(folder, 'plan', '-input=false', '-no-color', '-detailed-exitcode'), /No changes/)
      assert.match(await terraform(folder, 'destroy', '-input=false', '-auto-approve', '-no-color'), /3 destroyed/)
      assert.equal((await client.send(new ListStateMachinesCommand({}))).stateMachines, [])
    }),
  ),
)

test.run()
