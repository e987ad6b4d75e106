/** The names that calls have for the clients of the AWS SDK for JavaScript, judged by the schemas that these clients carry. */
import { createServer as createHttp, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import * as dynamodb from '@aws-sdk/client-dynamodb'
import * as ecs from '@aws-sdk/client-ecs'
import * as s3 from '@aws-sdk/client-s3'
import * as sfn from '@aws-sdk/client-sfn'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { apiParameters } from '../../packages/asl/src/sdk/parameters.ts'
import { sdkService } from '../../packages/asl/src/sdk/services.ts'
import { sdkStructures } from '../../packages/asl/src/sdk/structures.ts'
import { role, served } from '../oracles/sfn.ts'

const test = suite('sdk parameters')

/** A schema of a client: `[kind, namespace, name, traits, …]`; a structure has names and schemas of its members, a list or map what it holds. */
type Schema = readonly unknown[]
const [list, map, structure, operation] = [1, 2, 3, 9]

const resolved = (schema: unknown): unknown => (typeof schema === 'function' ? resolved(schema()) : schema)

/** What traits are wrapped around: in a pair with them, or in a simple type of the service's own. */
const bare = (schema: unknown): unknown => {
  const found = resolved(schema)
  if (!Array.isArray(found)) return found
  return found.length === 2 ? bare(found[0]) : found[0] === 0 ? bare(found[4]) : found
}

/** The schemas of simple types, as they are numbered: 4 is any time, 5 to 7 are its formats. */
const isTime = (schema: unknown): boolean => {
  const found = bare(schema)
  if (Array.isArray(found)) {
    if (found[0] === list) return isTime(found[4])
    if (found[0] === map) return isTime(found[5])
    return false
  }
  return typeof found === 'number' && [4, 5, 6, 7].includes(found & ~(64 | 128))
}

const clients = { s3, ecs, dynamodb, sfn }

for (const [service, client] of Object.entries(clients))
  test(`${service}: each field of each action has the client's own name, and times are dates`, () => {
    const exported = client as unknown as Readonly<Record<string, unknown>>
    const structures = sdkStructures(service)
    let seen = 0
    const time = '2026-01-02T03:04:05.000Z'
    /** The fields that the table knows at a place, each given a text, as the client is to take it. */
    const compare = (place: string, fields: readonly string[], given: (made: object) => unknown, schema: Schema) => {
      const names = schema[4] as readonly string[]
      for (const field of fields) {
        const made = given({ [field]: time }) as Record<string, unknown>
        const [name, value] = Object.entries(made)[0] as [string, unknown]
        assert.ok(names.includes(name), `${service}:${place} ${field}: ${name} is none of ${names.join(' ')}`)
        const member = (schema[5] as readonly unknown[])[names.indexOf(name)]
        assert.is(value instanceof Date, isTime(member), `${service}:${place} ${field}`)
        seen += 1
      }
    }
    for (const [action, { fields }] of sdkService(service)?.actions ?? []) {
      const schema = exported[`${action.charAt(0).toUpperCase()}${action.slice(1)}$`] as Schema | undefined
      if (schema === undefined) continue
      assert.is(schema[0], operation)
      const input = bare(schema[4]) as Schema
      compare(action, fields, (made) => apiParameters(service, action, made) as object, input)
      // And what these hold, a level down: its names do not depend on how deep it stands.
      for (const [field, held] of structures?.input(action) ?? []) {
        const name = Object.keys(apiParameters(service, action, { [field]: 1 }) as object)[0] as string
        let inside = bare((input[5] as readonly unknown[])[(input[4] as readonly string[]).indexOf(name)]) as Schema
        const wrap: ((made: unknown) => unknown)[] = []
        while (Array.isArray(inside) && inside[0] !== structure) {
          if (inside[0] === list) wrap.unshift((made) => [made])
          else if (inside[0] === map) wrap.unshift((made) => ({ key: made }))
          else break
          inside = bare(inside[inside[0] === list ? 4 : 5]) as Schema
        }
        if (held === undefined || !Array.isArray(inside) || inside[0] !== structure) continue
        compare(
          `${action}.${field}`,
          [...(structures?.structure(held.structure).keys() ?? [])],
          (made) => {
            const given = wrap.reduce((value: unknown, each) => each(value), made)
            let found = Object.values(apiParameters(service, action, { [field]: given }) as object)[0]
            for (let i = 0; i < wrap.length; i += 1) found = Object.values(found as object)[0]
            return found
          },
          inside,
        )
      }
    }
    assert.ok(seen > 50, `only ${seen} fields were looked at`)
    console.log(`  ${service}: ${seen} fields`)
  })

/** What reaches an endpoint that answers each request with an object. */
const reached = async (service: string, resource: string, parameters: object) => {
  const requests: { readonly headers: IncomingHttpHeaders; readonly text: string; readonly url: string }[] = []
  const server = createHttp((request, response) => {
    let text = ''
    request.on('data', (chunk) => {
      text += chunk
    })
    request.on('end', () => {
      requests.push({ headers: request.headers, text, url: String(request.url) })
      response.end('{}')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    await served({ endpoints: { [service]: endpoint } }, async (client) => {
      const definition = {
        StartAt: 'S',
        States: { S: { Type: 'Task', Resource: resource, Parameters: parameters, End: true } },
      }
      const { stateMachineArn } = await client.send(
        new sfn.CreateStateMachineCommand({
          name: 'm',
          definition: JSON.stringify(definition),
          roleArn: role,
          type: 'EXPRESS',
        }),
      )
      const { status, cause } = await client.send(new sfn.StartSyncExecutionCommand({ stateMachineArn }))
      assert.is(status, 'SUCCEEDED', cause)
    })
  } finally {
    server.closeAllConnections()
    server.close()
  }
  assert.is(requests.length, 1)
  return requests[0] as (typeof requests)[0]
}

test('a task with the names of Step Functions reaches the service under its own', async () => {
  const put = await reached('s3', 'arn:aws:states:::aws-sdk:s3:putObject', {
    Bucket: 'b',
    Key: 'k',
    Body: 'text',
    Acl: 'private',
    SseCustomerAlgorithm: 'AES256',
    ObjectLockRetainUntilDate: '2026-01-02T03:04:05Z',
    Metadata: { Owner: 'me' },
  })
  assert.match(put.url, /^\/b\/k/)
  assert.is(put.headers['x-amz-acl'], 'private')
  assert.is(put.headers['x-amz-server-side-encryption-customer-algorithm'], 'AES256')
  assert.is(put.headers['x-amz-object-lock-retain-until-date'], '2026-01-02T03:04:05Z')
  assert.is(put.headers['x-amz-meta-owner'], 'me')
  const run = await reached('ecs', 'arn:aws:states:::ecs:runTask', {
    Cluster: 'c',
    TaskDefinition: 't',
    Overrides: { ContainerOverrides: [{ Name: 'web', Environment: [{ Name: 'KEY', Value: 'v' }] }] },
  })
  // The client makes one by itself.
  const { clientToken: _, ...asked } = JSON.parse(run.text)
  assert.equal(asked, {
    cluster: 'c',
    taskDefinition: 't',
    overrides: { containerOverrides: [{ name: 'web', environment: [{ name: 'KEY', value: 'v' }] }] },
  })
})

test('what is the user’s stays as it is: keys of maps, and values', () => {
  const parameters = {
    Cluster: 'C',
    Overrides: { ContainerOverrides: [{ Name: 'Web', Environment: [{ Name: 'Key', Value: 'V' }] }] },
    Tags: [{ Key: 'Team', Value: 'A' }],
    NetworkConfiguration: { AwsvpcConfiguration: { Subnets: ['s'], AssignPublicIp: 'ENABLED' } },
  }
  assert.equal(apiParameters('ecs', 'runTask', parameters), {
    cluster: 'C',
    overrides: { containerOverrides: [{ name: 'Web', environment: [{ name: 'Key', value: 'V' }] }] },
    tags: [{ key: 'Team', value: 'A' }],
    networkConfiguration: { awsvpcConfiguration: { subnets: ['s'], assignPublicIp: 'ENABLED' } },
  })
  assert.equal(apiParameters('s3', 'putObject', { Acl: 'private', Metadata: { Acl: 'x', Owner: 'Me' } }), {
    ACL: 'private',
    Metadata: { Acl: 'x', Owner: 'Me' },
  })
  assert.equal(
    apiParameters('dynamodb', 'putItem', {
      Item: { Id: { S: '1' }, Flag: { Bool: true }, Deep: { M: { Bool: { BOOL: false } } } },
    }),
    {
      Item: { Id: { S: '1' }, Flag: { BOOL: true }, Deep: { M: { Bool: { BOOL: false } } } },
    },
  )
})

test.run()
