/** The AWS CLI against the server, where the machine has it. */
import { spawnSync } from 'node:child_process'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { role, served } from '../oracles/sfn.ts'
import { ended } from '../oracles/spawned.ts'

const test = suite('serve: the AWS CLI')
const hasCli = spawnSync('aws', ['--version']).status === 0
if (!hasCli) console.log('  SKIPPED: the AWS CLI against the server: there is no `aws` on this machine')

;(hasCli ? test : test.skip)('creates, starts, describes, reads a history, and is refused in words', () =>
  served({}, async (_, server) => {
    const env = {
      ...process.env,
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
      AWS_DEFAULT_REGION: 'us-east-1',
      AWS_ENDPOINT_URL_SFN: server.url,
    }
    const aws = (...args: string[]) =>
      ended('aws', ['stepfunctions', ...args, '--output', 'json', '--endpoint-url', server.url], { env })
    const json = async (...args: string[]): Promise<Record<string, unknown>> => {
      const { status, stdout, text } = await aws(...args)
      assert.is(status, 0, text)
      return JSON.parse(stdout) as Record<string, unknown>
    }
    const definition = '{"StartAt":"A","States":{"A":{"Type":"Pass","Result":{"n":1},"End":true}}}'
    const { stateMachineArn } = await json(
      'create-state-machine',
      '--name',
      'm',
      '--definition',
      definition,
      '--role-arn',
      role,
    )
    const { executionArn } = await json(
      'start-execution',
      '--state-machine-arn',
      String(stateMachineArn),
      '--input',
      '{"a":1}',
    )
    const described = await json('describe-execution', '--execution-arn', String(executionArn))
    assert.equal([described.status, described.output], ['SUCCEEDED', '{"n":1}'])
    const { events } = await json('get-execution-history', '--execution-arn', String(executionArn))
    assert.is((events as unknown[]).length, 4)
    const { status, text } = await aws('describe-state-machine', '--state-machine-arn', `${String(stateMachineArn)}x`)
    assert.ok(status !== 0)
    assert.match(
      text,
      /\(StateMachineDoesNotExist\) when calling the DescribeStateMachine operation: State Machine Does Not Exist/,
    )
  }),
)

test.run()
