/** Executions recorded from AWS, driven through the API by AWS's own client. They agree as they do in this process. */
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  paginateGetExecutionHistory,
  type SFNClient,
  StartExecutionCommand,
  StartSyncExecutionCommand,
} from '@aws-sdk/client-sfn'
import { type TaskContext, TaskFailure } from '@orkestra/asl/execute'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { clientFor, served } from '../oracles/sfn.ts'

const corpus = resolve(process.env.ORKESTRA_CORPUS ?? '../shared/corpus')
const isThere = existsSync(join(corpus, 'scenarios.jsonl'))

interface Recorded {
  readonly id: string
  readonly type: 'STANDARD' | 'EXPRESS'
  readonly definition: unknown
  readonly input: unknown
  readonly lambdas?: Readonly<Record<string, unknown>>
  readonly stateMachineArn?: string
  readonly ordered: boolean
  readonly expected: { readonly eventTypes?: readonly string[] }
}

interface Comparator {
  readonly matchOutcome: (scenario: Recorded, actual: unknown) => { readonly strict: boolean }
  readonly lambdaFor: (
    scenario: Recorded,
    name: string,
    options: { readonly sleep: (ms: number) => Promise<void> },
  ) => (event: unknown) => Promise<unknown>
}

/** Where and when the recordings took place. */
const account = '111111111111'
const roleArn = `arn:aws:iam::${account}:role/sfn_role`
const now = (): number => Date.UTC(2026, 10, 23, 20, 50)

const functionsOf = (scenario: Recorded, { lambdaFor }: Comparator) =>
  Object.fromEntries(
    Object.keys(scenario.lambdas ?? {}).map((name) => [
      name,
      async (event: unknown, { sleep }: TaskContext) => {
        try {
          return await lambdaFor(scenario, name, { sleep })(event)
        } catch (error) {
          throw error instanceof Error ? new TaskFailure(error.name, error.message) : error
        }
      },
    ]),
  ) as Record<string, (event: never, context: never) => Promise<unknown>>

const parsed = (text: string | undefined): unknown => (text === undefined ? undefined : JSON.parse(text))

const endOf = async (client: SFNClient, executionArn: string | undefined) => {
  for (;;) {
    const described = await client.send(new DescribeExecutionCommand({ executionArn }))
    if (described.status !== 'RUNNING') return described
    await new Promise((next) => setTimeout(next, 1))
  }
}

const typesOf = async (client: SFNClient, executionArn: string | undefined): Promise<readonly string[]> => {
  const types: string[] = []
  for await (const { events = [] } of paginateGetExecutionHistory({ client, pageSize: 1000 }, { executionArn }))
    types.push(...events.map(({ type }) => String(type)))
  return types
}

const outcomeOf = async (client: SFNClient, scenario: Recorded) => {
  const name = scenario.stateMachineArn?.split(':')[6] ?? 'StateMachine'
  const { stateMachineArn } = await client.send(
    new CreateStateMachineCommand({
      name,
      definition: JSON.stringify(scenario.definition),
      roleArn,
      type: scenario.type,
    }),
  )
  const input = JSON.stringify(scenario.input)
  if (scenario.type === 'EXPRESS') {
    const { status, output, error, cause } = await client.send(
      new StartSyncExecutionCommand({ stateMachineArn, input }),
    )
    return { outcome: { status, output: parsed(output), error, cause }, types: undefined }
  }
  const { executionArn } = await client.send(new StartExecutionCommand({ stateMachineArn, input }))
  const { status, output, error, cause } = await endOf(client, executionArn)
  return { outcome: { status, output: parsed(output), error, cause }, types: await typesOf(client, executionArn) }
}

const test = suite('executions recorded from AWS, through the API')

if (!isThere) console.warn(`SKIPPED: there are no recordings in ${corpus}. ORKESTRA_CORPUS says where they are.`)

const { histories }: { readonly histories: Readonly<Record<string, string>> } = JSON.parse(
  readFileSync('conformance/execute-disagreements.json', 'utf8'),
)

;(isThere ? test : test.skip)('end as they did on AWS, with the same events', async () => {
  const comparator = (await import(pathToFileURL(join(corpus, 'compare.mjs')).href)) as Comparator
  const scenarios = readFileSync(join(corpus, 'scenarios.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Recorded)
  const differing: string[] = []
  const others: string[] = []
  for (const scenario of scenarios)
    await served({ clock: 'virtual', now, functions: functionsOf(scenario, comparator) }, async (_, server) => {
      const client = clientFor(server, 'us-east-1', account)
      // Its sockets end with the server.
      let shown: unknown
      try {
        const { outcome, types } = await outcomeOf(client, scenario)
        shown = outcome
        const sorted = (all: readonly string[] | undefined) =>
          JSON.stringify(scenario.ordered ? all : [...(all ?? [])].sort())
        if (
          types !== undefined &&
          scenario.expected.eventTypes &&
          sorted(types) !== sorted(scenario.expected.eventTypes)
        )
          others.push(scenario.id)
        if (comparator.matchOutcome(scenario, outcome).strict) return
      } catch (error) {
        shown = error
      }
      differing.push(scenario.id)
      console.error(
        scenario.id,
        '\n  expected',
        JSON.stringify(scenario.expected).slice(0, 500),
        '\n  got',
        shown instanceof Error ? shown.message : JSON.stringify(shown)?.slice(0, 500),
      )
    })
  console.log(
    `  ${scenarios.length - differing.length} of ${scenarios.length} agree; ${others.length} have other events`,
  )
  assert.equal(differing, [])
  assert.equal(others.sort(), Object.keys(histories).sort())
})

test.run()
