import * as sdk from '@aws-sdk/client-sfn'
import {
  CreateActivityCommand,
  CreateStateMachineAliasCommand,
  CreateStateMachineCommand,
  DeleteStateMachineAliasCommand,
  DeleteStateMachineVersionCommand,
  DescribeExecutionCommand,
  DescribeStateMachineAliasCommand,
  DescribeStateMachineCommand,
  ListExecutionsCommand,
  ListStateMachineAliasesCommand,
  ListStateMachineVersionsCommand,
  ListTagsForResourceCommand,
  PublishStateMachineVersionCommand,
  type SFNClient,
  StartExecutionCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateStateMachineAliasCommand,
  UpdateStateMachineCommand,
} from '@aws-sdk/client-sfn'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { refusal, role, served } from '../oracles/sfn.ts'

const test = suite('serve: versions, aliases and tags')

const machine = (n: number): string =>
  JSON.stringify({ StartAt: 'A', States: { A: { Type: 'Pass', Result: { n }, End: true } } })

/** A machine with the versions 1 and 2. */
const published = async (client: SFNClient): Promise<string> => {
  const first = await client.send(
    new CreateStateMachineCommand({
      name: 'm',
      definition: machine(1),
      roleArn: role,
      publish: true,
      versionDescription: 'one',
    }),
  )
  assert.is(first.stateMachineVersionArn, `${first.stateMachineArn}:1`)
  const { stateMachineArn } = first
  const second = await client.send(
    new UpdateStateMachineCommand({ stateMachineArn, definition: machine(2), publish: true }),
  )
  assert.is(second.stateMachineVersionArn, `${stateMachineArn}:2`)
  return stateMachineArn as string
}

test('the server answers every action that the client has', () =>
  served({}, async (client) => {
    const commands = Object.entries(sdk).filter(([name]) => /^[A-Z].*Command$/.test(name) && name !== '$Command')
    assert.ok(commands.length >= 37, String(commands.length))
    for (const [name, Command] of commands) {
      const command = new (Command as new (input: object) => never)({})
      try {
        await client.send(command)
      } catch (error) {
        assert.not.match((error as Error).name, /UnknownOperation|InternalFailure|TypeError/, name)
      }
    }
  }))

test('versions are published, described, listed newest first, and deleted', () =>
  served({}, async (client) => {
    const stateMachineArn = await published(client)
    const one = await client.send(new DescribeStateMachineCommand({ stateMachineArn: `${stateMachineArn}:1` }))
    assert.equal([one.definition, one.description, one.stateMachineArn], [machine(1), 'one', `${stateMachineArn}:1`])
    const list = async () =>
      (await client.send(new ListStateMachineVersionsCommand({ stateMachineArn }))).stateMachineVersions?.map(
        (version) => version.stateMachineVersionArn,
      )
    assert.equal(await list(), [`${stateMachineArn}:2`, `${stateMachineArn}:1`])
    const again = await client.send(new PublishStateMachineVersionCommand({ stateMachineArn }))
    assert.is(again.stateMachineVersionArn, `${stateMachineArn}:2`, 'what is published is not published twice')
    const { revisionId } = await client.send(new DescribeStateMachineCommand({ stateMachineArn }))
    assert.is(
      await refusal(client.send(new PublishStateMachineVersionCommand({ stateMachineArn, revisionId: 'x' }))),
      `ConflictException: Failed to publish the State Machine version for revision x. The current State Machine revision is ${revisionId}.`,
    )
    await client.send(new DeleteStateMachineVersionCommand({ stateMachineVersionArn: `${stateMachineArn}:2` }))
    await client.send(new DeleteStateMachineVersionCommand({ stateMachineVersionArn: `${stateMachineArn}:2` }))
    assert.equal(await list(), [`${stateMachineArn}:1`])
    const next = await client.send(new PublishStateMachineVersionCommand({ stateMachineArn }))
    assert.is(next.stateMachineVersionArn, `${stateMachineArn}:3`, 'a number is used once')
    assert.is(
      await refusal(
        client.send(new UpdateStateMachineCommand({ stateMachineArn: `${stateMachineArn}:3`, definition: machine(3) })),
      ),
      `StateMachineDoesNotExist: State Machine Does Not Exist: '${stateMachineArn}:3'`,
    )
  }))

test('an alias leads to versions by their weights', () =>
  served({}, async (client) => {
    const stateMachineArn = await published(client)
    const version = (n: number, weight: number) => ({ stateMachineVersionArn: `${stateMachineArn}:${n}`, weight })
    const create = (...routingConfiguration: { stateMachineVersionArn: string; weight: number }[]) =>
      client.send(new CreateStateMachineAliasCommand({ name: 'live', routingConfiguration }))
    const { stateMachineAliasArn, creationDate } = await create(version(1, 100))
    assert.is(stateMachineAliasArn, `${stateMachineArn}:live`)
    assert.equal((await create(version(1, 100))).creationDate, creationDate)
    assert.is(
      await refusal(create(version(2, 100))),
      'ConflictException: Failed to create alias because an alias with the same name and a different routing configuration already exists.',
    )
    const executionOf = async (arn: string | undefined) => {
      const { executionArn } = await client.send(new StartExecutionCommand({ stateMachineArn: arn }))
      return client.send(new DescribeExecutionCommand({ executionArn }))
    }
    const first = await executionOf(stateMachineAliasArn)
    assert.equal(
      [first.output, first.stateMachineAliasArn, first.stateMachineVersionArn, first.stateMachineArn],
      ['{"n":1}', stateMachineAliasArn, `${stateMachineArn}:1`, stateMachineArn],
    )
    assert.is((await executionOf(`${stateMachineArn}:2`)).output, '{"n":2}')
    await client.send(
      new UpdateStateMachineAliasCommand({
        stateMachineAliasArn,
        description: 'half',
        routingConfiguration: [version(1, 50), version(2, 50)],
      }),
    )
    const seen = new Set<string | undefined>()
    for (let i = 0; i < 60; i += 1) seen.add((await executionOf(stateMachineAliasArn)).output)
    assert.equal([...seen].sort(), ['{"n":1}', '{"n":2}'])
    const described = await client.send(new DescribeStateMachineAliasCommand({ stateMachineAliasArn }))
    assert.equal([described.name, described.description], ['live', 'half'])
    assert.equal(described.routingConfiguration, [version(1, 50), version(2, 50)])
    const byVersion = await client.send(
      new ListExecutionsCommand({ stateMachineArn: `${stateMachineArn}:2`, maxResults: 1000 }),
    )
    assert.ok(byVersion.executions?.every((each) => each.stateMachineVersionArn === `${stateMachineArn}:2`))
    assert.is(
      await refusal(
        client.send(new DeleteStateMachineVersionCommand({ stateMachineVersionArn: `${stateMachineArn}:1` })),
      ),
      'ConflictException: Version to be deleted must not be referenced by an alias. Current list of aliases referencing this version: [live]',
    )
    const aliases = await client.send(new ListStateMachineAliasesCommand({ stateMachineArn }))
    assert.equal(
      aliases.stateMachineAliases?.map((alias) => alias.stateMachineAliasArn),
      [stateMachineAliasArn],
    )
    await client.send(new DeleteStateMachineAliasCommand({ stateMachineAliasArn }))
    assert.is(
      await refusal(client.send(new UpdateStateMachineAliasCommand({ stateMachineAliasArn, description: 'x' }))),
      'ResourceNotFound: Request references a resource that does not exist.',
    )
  }))

test('what is wrong with an alias is said as AWS says it', () =>
  served({}, async (client) => {
    const stateMachineArn = await published(client)
    const create = (name: string, ...routes: [string, number][]) =>
      refusal(
        client.send(
          new CreateStateMachineAliasCommand({
            name,
            routingConfiguration: routes.map(([suffix, weight]) => ({
              stateMachineVersionArn: `${stateMachineArn}${suffix}`,
              weight,
            })),
          }),
        ),
      )
    const one = `${stateMachineArn}:1`
    assert.is(
      await create('a', ['', 100]),
      `ValidationException: Routing configuration must contain state machine version ARNs. Received: [${stateMachineArn}]`,
    )
    assert.is(
      await create('a', [':1', 50], [':1', 50]),
      `ValidationException: Routing configuration must contain distinct state machine version ARNs. Received: [${one}, ${one}]`,
    )
    assert.is(
      await create('a', [':1', 70], [':2', 29]),
      'ValidationException: Sum of routing configuration weights must equal 100. Received: [70, 29]',
    )
    assert.is(
      await create('a', [':1', 101]),
      "ValidationException: 1 validation error detected: Value '101' at 'routingConfiguration.1.member.weight' failed to satisfy constraint: Member must have value less than or equal to 100",
    )
    for (const name of ['123', 'INVALID ALIAS', '!INVALID', 'ALIAS@'])
      assert.is(
        await create(name, [':1', 100]),
        `ValidationException: 1 validation error detected: Value '${name}' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: ^(?=.*[a-zA-Z_\\-\\.])[a-zA-Z0-9_\\-\\.]+$`,
      )
  }))

test('machines and activities are tagged, versions are not', () =>
  served({}, async (client) => {
    const { stateMachineArn } = await client.send(
      new CreateStateMachineCommand({
        name: 'm',
        definition: machine(1),
        roleArn: role,
        publish: true,
        tags: [{ key: 'a', value: '1' }],
      }),
    )
    await client.send(
      new TagResourceCommand({
        resourceArn: stateMachineArn,
        tags: [
          { key: 'b', value: '2' },
          { key: 'a', value: '3' },
        ],
      }),
    )
    const tags = (resourceArn: string | undefined) =>
      client.send(new ListTagsForResourceCommand({ resourceArn })).then((answer) => answer.tags)
    assert.equal(await tags(stateMachineArn), [
      { key: 'a', value: '3' },
      { key: 'b', value: '2' },
    ])
    await client.send(new UntagResourceCommand({ resourceArn: stateMachineArn, tagKeys: ['a', 'none'] }))
    assert.equal(await tags(stateMachineArn), [{ key: 'b', value: '2' }])
    const { activityArn } = await client.send(
      new CreateActivityCommand({ name: 'act', tags: [{ key: 'k', value: 'v' }] }),
    )
    assert.equal(await tags(activityArn), [{ key: 'k', value: 'v' }])
    assert.is(
      await refusal(client.send(new TagResourceCommand({ resourceArn: `${stateMachineArn}:1`, tags: [] }))),
      `ResourceNotFound: Resource not found: '${stateMachineArn}:1'`,
    )
    assert.match(
      await refusal(
        client.send(
          new TagResourceCommand({
            resourceArn: stateMachineArn,
            tags: Array.from({ length: 51 }, (_, i) => ({ key: `k${i}`, value: 'v' })),
          }),
        ),
      ),
      /^TooManyTags/,
    )
  }))

test.run()
