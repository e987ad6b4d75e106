// A process that calls bundled handlers, as Lambda does, one invocation after the other, and writes the times of each to a
// file: its standard output is what the handlers log to. usage: node invoke.mjs <folder> <names> <result file>
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { compare } from './measure.mjs'

const [folder, names, file] = process.argv.slice(2)
const context = {
  functionName: 'bench',
  functionVersion: '1',
  invokedFunctionArn: 'arn:aws:lambda:us-east-1:123456789012:function:bench',
  memoryLimitInMB: '512',
  awsRequestId: '52fdfc07-2182-154f-163f-5f0f9a621d72',
  logGroupName: '/aws/lambda/bench',
  logStreamName: '2026/01/01/[1]bench',
  callbackWaitsForEmptyEventLoop: true,
  getRemainingTimeInMillis: () => 30_000,
  done() {},
  fail() {},
  succeed() {},
}
const given = process.env.WITHOUT_CONTEXT ? [] : [context]
const calls = process.env.ONE_LINE ? 1000 : 10_000

const candidates = {}
for (const name of names.split(',')) {
  const { handler } = await import(pathToFileURL(join(folder, `${name}.mjs`)).href)
  candidates[name] = async () => {
    for (let i = 0; i < calls; i++) await handler({ id: i }, ...given)
  }
}
writeFileSync(file, JSON.stringify(await compare(candidates, { rounds: 41, warm: 300, length: 1 })))
process.exit(0)
