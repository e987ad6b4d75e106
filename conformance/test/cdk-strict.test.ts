/**
 * `cdk synth --strict` of apps, by CDK's own command line, which fails on a warning: what the adapter derives and what is granted by CDK's
 * means leaves none, and what nobody grants is one.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { definition, stateMachine } from '@orkestra/cdk-adapter'
import { type Ref, seq, service } from '@orkestra/core'
import { Bucket } from 'aws-cdk-lib/aws-s3'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { DefinitionBody, StateMachine } from 'aws-cdk-lib/aws-stepfunctions'
import { App, Stack } from 'aws-cdk-lib/core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { ended } from '../oracles/spawned.ts'

const test = suite('cdk synth --strict')

const out = mkdtempSync(join(tmpdir(), 'orkestra-strict-'))
test.after(() => rmSync(out, { recursive: true, force: true }))

interface Order {
  readonly key: string
  readonly queue: string
}

/** Sends to a queue that is told, and to one that the input names; reads an object that the input names, and a secret. */
const workflow = (queue: Queue, bucket: Bucket, secret: Secret) =>
  seq(
    service('sqs:sendMessage', (o: Ref<Order>) => ({ QueueUrl: queue.queueUrl, MessageBody: o.key }), {
      name: 'told',
      result: () => ({ key: 'k', queue: 'q' }),
    }),
    service('sqs:sendMessage', (o: Ref<Order>) => ({ QueueUrl: o.queue, MessageBody: o.key }), {
      result: () => ({ key: 'k' }),
    }),
    service('aws-sdk:s3:getObject', (o: Ref<{ readonly key: string }>) => ({ Bucket: bucket.bucketName, Key: o.key })),
    service('aws-sdk:secretsmanager:getSecretValue', { SecretId: secret.secretName }),
  )

/** An app with such a workflow as a machine, and as a chain in another; with the grants that CDK has for it, or without. */
const synthesized = (name: string, grants: boolean): string => {
  const folder = join(out, name)
  const app = new App({ outdir: folder, builtinCloudFormationValidation: false })
  const stack = new Stack(app, 'S')
  const [queue, bucket, secret] = [new Queue(stack, 'Q'), new Bucket(stack, 'B'), new Secret(stack, 'X')]
  const machines = [
    stateMachine(stack, 'Machine', workflow(queue, bucket, secret)),
    new StateMachine(stack, 'Other', {
      definitionBody: DefinitionBody.fromChainable(definition(stack, 'Chain', workflow(queue, bucket, secret))),
    }),
  ]
  for (const machine of grants ? machines : []) {
    queue.grantSendMessages(machine)
    bucket.grantRead(machine)
  }
  app.synth()
  return folder
}

const strict = (folder: string) =>
  ended(
    resolve('conformance/node_modules/.bin/cdk'),
    ['synth', '--strict', '--quiet', '--no-notices', '--app', folder],
    {
      env: {
        ...process.env,
        CDK_DISABLE_VERSION_CHECK: '1',
        CDK_DISABLE_CLI_TELEMETRY: 'true',
        HOME: out,
        NO_COLOR: '1',
      },
    },
  )

test('what is granted by the means of CDK, or found behind a token, is no warning', async () => {
  const { status, text } = await strict(synthesized('granted', true))
  assert.is(status, 0, text)
})

test('what nobody grants is a warning, of each state', async () => {
  const { status, text } = await strict(synthesized('open', false))
  assert.is.not(status, 0)
  for (const place of ['S/Machine/StateMachine', 'S/Chain/sendMessage', 'S/Chain/getObject']) assert.match(text, place)
  assert.not.match(text, /"told"|getSecretValue/)
})

test.run()
