/** A Lambda endpoint whose functions run under AWS's own runtime client, wrapped by middy and Powertools, behind our server. */
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer as createHttp } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CreateStateMachineCommand, StartSyncExecutionCommand } from '@aws-sdk/client-sfn'
import { bundling, emit } from '@orkestra/asl'
import { task } from '@orkestra/core'
import { build } from 'esbuild'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { lambdaLoop } from '../oracles/lambdaLoop.ts'
import { nodeVersions } from '../oracles/nodes.ts'
import { role, served } from '../oracles/sfn.ts'

const test = suite('serve: a Lambda endpoint')
const folder = mkdtempSync(join(tmpdir(), 'orkestra-endpoint-'))
test.after(() => rmSync(folder, { recursive: true, force: true }))

test('handlers of middy and Powertools answer and fail as they do on Lambda', async () => {
  await build({
    entryPoints: [fileURLToPath(new URL('../lambda/withMiddleware.ts', import.meta.url))],
    outfile: join(folder, 'index.mjs'),
    ...bundling({ runtime: 'nodejs20.x' }),
    logLevel: 'error',
  })
  const node = nodeVersions().find(({ path }) => path === process.execPath) ?? nodeVersions()[0]
  if (node === undefined) throw new Error('no Node.js')
  let output = ''
  const endpoint = createHttp(async (request, response) => {
    let text = ''
    for await (const chunk of request) text += chunk
    const name = /functions\/(\w+)\/invocations$/.exec(request.url ?? '')?.[1]
    const outcome = await lambdaLoop(node, folder, `index.${name}`, [{ event: JSON.parse(text) }])
    output += outcome.output
    const [answer] = outcome.answers
    const isAnswer = answer !== undefined && 'response' in answer
    if (!isAnswer) response.setHeader('X-Amz-Function-Error', 'Unhandled')
    response.end(JSON.stringify(isAnswer ? answer.response : answer))
  })
  await new Promise<void>((resolve) => endpoint.listen(0, '127.0.0.1', resolve))
  const { port } = endpoint.address() as AddressInfo
  await served({ lambdaEndpoint: `http://127.0.0.1:${port}` }, async (client) => {
    const { stateMachineArn } = await client.send(
      new CreateStateMachineCommand({
        name: 'orders',
        definition: JSON.stringify(emit(task('price'))),
        roleArn: role,
        type: 'EXPRESS',
      }),
    )
    const run = (input: unknown) =>
      client.send(new StartSyncExecutionCommand({ stateMachineArn, input: JSON.stringify(input) }))
    const good = await run({ id: 'a' })
    assert.equal([good.status, good.output], ['SUCCEEDED', '{"id":"a","price":7}'])
    assert.match(output, /"message":"pricing".*"function_request_id"|"function_request_id".*"message":"pricing"/)
    const bad = await run({})
    assert.equal([bad.status, bad.error], ['FAILED', 'OutOfStock'])
    assert.match(String(bad.cause), /no id/)
  })
  endpoint.close()
})

test.run()
