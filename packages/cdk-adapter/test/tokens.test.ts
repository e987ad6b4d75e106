/**
 * What only a deployment knows arrives as it is. A workflow with tokens of every kind in every place is synthesized, filled as
 * CloudFormation fills it, and executed: the service is given the real values.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { diagnose } from '@orkestra/asl'
import { execute } from '@orkestra/asl/execute'
import {
  type AnyStep,
  activity,
  add,
  base64Encode,
  choice,
  comment,
  concat,
  cond,
  contains,
  each,
  eq,
  filter,
  hash,
  lower,
  type Maybe,
  matches,
  merge,
  ne,
  orElse,
  otherwise,
  pass,
  placeholder,
  type Ref,
  seq,
  service,
  split,
  stringify,
  upper,
  when,
} from '@orkestra/core'
import { Bucket } from 'aws-cdk-lib/aws-s3'
import { Activity, DefinitionBody, QueryLanguage, StateMachine } from 'aws-cdk-lib/aws-stepfunctions'
import { App, Aws, CfnParameter, Fn, Lazy, Stack } from 'aws-cdk-lib/core'
import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { seed } from '../../core/test/arbitraries/laws.ts'
import { stateMachine } from '../src/machine/stateMachine.ts'
import { definition } from '../src/states/definition.ts'
import { checkNoToken } from '../src/text/tokens.ts'
import { onlyOne } from './stacks.ts'

const test = suite('tokens')

const numberValue = 42
const listValue = ['subnet-1', 'subnet-2']

interface Made {
  readonly stack: Stack
  readonly other: Stack
}

/** A text that the deployment knows, and what it is then. `R` stands for what a reference is filled with. */
type Text = (made: Made) => readonly [token: string, value: string]

const bucketIn = (stack: Stack): string => {
  const known = stack.node.tryFindChild('Bucket') as Bucket | undefined
  return (known ?? new Bucket(stack, 'Bucket')).bucketName
}

const own = 'own-bucket'
const foreign = 'foreign-bucket'
const region = 'eu-north-1'

const texts: Readonly<Record<string, Text>> = {
  reference: ({ stack }) => [bucketIn(stack), own],
  'of another stack': ({ other }) => [bucketIn(other), foreign],
  pseudo: () => [Aws.REGION, region],
  'inside a text': ({ stack }) => [`it's "${bucketIn(stack)}" {5} \\ $`, `it's "${own}" {5} \\ $`],
  'Fn.join': ({ stack }) => [Fn.join('\'{-}"', ['a', bucketIn(stack), 'b\\']), `a'{-}"${own}'{-}"b\\`],
  'Fn.select of Fn.split': ({ stack }) => [Fn.select(0, Fn.split('-', bucketIn(stack))), 'own'],
  lazy: () => [Lazy.string({ produce: () => 'la"zy {it\'s}' }), 'la"zy {it\'s}'],
  'lazy with a reference': ({ stack }) => [Lazy.string({ produce: () => `<${bucketIn(stack)}>` }), `<${own}>`],
  toJsonString: ({ stack }) => [
    stack.toJsonString({ bucket: bucketIn(stack), n: 1, q: 'a"b' }),
    JSON.stringify({ bucket: own, n: 1, q: 'a"b' }),
  ],
  'toJsonString with a number': ({ stack }) => [
    stack.toJsonString({ n: numberIn(stack) }),
    JSON.stringify({ n: numberValue }),
  ],
}

const parameterIn = (stack: Stack, id: string, type: string): CfnParameter =>
  (stack.node.tryFindChild(id) as CfnParameter | undefined) ?? new CfnParameter(stack, id, { type })
const numberIn = (stack: Stack): number => parameterIn(stack, 'Count', 'Number').valueAsNumber
const listIn = (stack: Stack): string[] => parameterIn(stack, 'Subnets', 'CommaDelimitedList').valueAsList

/** Values of references, as a deployment would have them. */
const valueOf = (reference: string): unknown => {
  if (reference.startsWith('Bucket')) return own
  if (reference === 'Count') return String(numberValue)
  if (reference === 'Subnets') return listValue
  return { 'AWS::Region': region, 'AWS::Partition': 'aws', 'AWS::AccountId': '123456789012' }[reference] ?? reference
}

type Resources = Readonly<
  Record<string, { readonly Type: string; readonly Properties?: Readonly<Record<string, unknown>> }>
>

/** What CloudFormation makes of an intrinsic. */
const evaluatedIn = (resources: Resources): ((value: unknown) => unknown) => {
  const functions: Readonly<Record<string, (argument: never) => unknown>> = {
    Ref: (name: string) => valueOf(name),
    'Fn::ImportValue': () => foreign,
    'Fn::GetAtt': ([id, attribute]: [string, string]) => {
      const { Type, Properties } = resources[id] ?? {}
      // CDK's own way of writing a list as JSON is a resource that does so.
      return Type === 'Custom::AWSCDKCfnJsonStringify'
        ? JSON.stringify(evaluated(Properties?.Value))
        : `${id}.${attribute}`
    },
    'Fn::Join': ([delimiter, list]: [string, unknown]) => (evaluated(list) as string[]).join(delimiter),
    'Fn::Split': ([delimiter, text]: [string, unknown]) => (evaluated(text) as string).split(delimiter),
    'Fn::Select': ([index, list]: [number, unknown]) => (evaluated(list) as string[])[index],
  }
  const evaluated = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(evaluated)
    if (typeof value !== 'object' || value === null) return value
    const [key, ...more] = Object.keys(value)
    const call = more.length === 0 && key !== undefined ? functions[key] : undefined
    return call === undefined
      ? Object.fromEntries(Object.entries(value).map(([name, field]) => [name, evaluated(field)]))
      : call((value as Record<string, never>)[key as string] as never)
  }
  return evaluated
}

/** The definition that Step Functions would be given. */
const filledIn = (app: App): string => {
  const { directory } = app.synth()
  const read = (file: string) => JSON.parse(readFileSync(join(directory, file), 'utf8'))
  const { Resources } = read('Own.template.json') as { Resources: Resources }
  const evaluated = evaluatedIn(Resources)
  const machine = Object.values(Resources).find(({ Type }) => Type === 'AWS::StepFunctions::StateMachine')
  const { DefinitionString, DefinitionSubstitutions, DefinitionS3Location } = (machine?.Properties ?? {}) as Readonly<
    Record<string, unknown>
  >
  let text = DefinitionString as unknown
  if (DefinitionS3Location !== undefined) {
    const { files } = read('Own.assets.json')
    const hash = ((DefinitionS3Location as { Key: string }).Key.split('.')[0] ?? '') as string
    text = readFileSync(join(directory, files[hash].source.path), 'utf8')
  }
  const substitutions = (evaluated(DefinitionSubstitutions) ?? {}) as Record<string, unknown>
  return String(evaluated(text)).replace(/\$\{(\w+)\}/g, (_, key) => String(substitutions[key]))
}

interface Input {
  readonly id: string
  readonly count: number
}

/** The places of a text: each gives what the service is told, and what that has to be. */
const places: Readonly<
  Record<
    string,
    readonly [argument: (i: Ref<Input>, token: string) => never, value: (i: Input, value: string) => unknown]
  >
> = {
  plain: [(_, token) => token as never, (_, value) => value],
  'in an object in an array': [(_, token) => [{ deep: [token, 1] }] as never, (_, value) => [{ deep: [value, 1] }]],
  key: [(_, token) => ({ [`key ${token}`]: 1 }) as never, (_, value) => ({ [`key ${value}`]: 1 })],
  'in a concat': [(i, token) => concat('s3://', token, '/', i.id) as never, (i, value) => `s3://${value}/${i.id}`],
  'in a concat of texts': [(_, token) => concat("it's {", token, '}') as never, (_, value) => `it's {${value}}`],
  'beside a reference': [(i, token) => ({ id: i.id, token }) as never, (i, value) => ({ id: i.id, token: value })],
  'in a concat by itself': [(_, token) => concat(token, token) as never, (_, value) => `${value}${value}`],
  'in a text that is changed': [(i, token) => concat(token, '-', i.id) as never, (i, value) => `${value}-${i.id}`],
  'where there is nothing else': [
    (i, token) => orElse((i as unknown as { none: Maybe<string> }).none, token) as never,
    (_, value) => value,
  ],
  'in an object that is merged': [(i, token) => merge(i, { token }) as never, (i, value) => ({ ...i, token: value })],
  'in a list that is looked into': [
    (_, token) => ({ is: contains([token, 'other'], token), not: contains(['other' as string], token) }) as never,
    () => ({ is: true, not: false }),
  ],
  encoded: [(_, token) => base64Encode(token) as never, (_, value) => Buffer.from(value).toString('base64')],
  hashed: [
    (_, token) => hash(token, 'SHA-256') as never,
    (_, value) => createHash('sha256').update(value).digest('hex'),
  ],
  'split in two': [(i, token) => split(concat(token, '|', i.id), '|') as never, (i, value) => [value, i.id]],
  stringified: [(_, token) => stringify({ token }) as never, (_, value) => JSON.stringify({ token: value })],
}

/** Those that one language alone can say. */
const jsonataPlaces: typeof places = {
  'in upper case': [(_, token) => upper(token) as never, (_, value) => value.toUpperCase()],
  'in lower case': [(_, token) => lower(token) as never, (_, value) => value.toLowerCase()],
  'by a condition': [
    (i, token) => cond(eq(i.id, token), 'same', token) as never,
    (i, value) => (i.id === value ? 'same' : value),
  ],
  'in each of a list': [
    (i, token) => each([i.id, 'b'] as never, (item: Ref<string>) => concat(item, token)) as never,
    (i, value) => [`${i.id}${value}`, `b${value}`],
  ],
  'in what is filtered': [
    (i, token) => filter([i.id, 'b'] as never, (item: Ref<string>) => ne(item, token)) as never,
    (i) => [i.id, 'b'],
  ],
}

const settings = ['text', 'file', 'chain'] as const

const given = async (
  what: (typeof settings)[number],
  queryLanguage: 'JSONPath' | 'JSONata',
  build: (made: Made) => AnyStep,
  placeholders: Readonly<Record<string, string>> | ((made: Made) => Readonly<Record<string, string>>) = {},
): Promise<Readonly<Record<string, unknown>>> => {
  const app = new App()
  const made = { stack: new Stack(app, 'Own'), other: new Stack(app, 'Other') }
  const options = { placeholders: typeof placeholders === 'function' ? placeholders(made) : placeholders }
  const workflow = build(made)
  if (what === 'chain') {
    const language = queryLanguage === 'JSONata' ? QueryLanguage.JSONATA : QueryLanguage.JSON_PATH
    const chain = definition(made.stack, 'Chain', workflow, { queryLanguage: language, ...options })
    new StateMachine(made.stack, 'M', { definitionBody: DefinitionBody.fromChainable(chain), queryLanguage: language })
  } else stateMachine(made.stack, 'M', workflow, { queryLanguage, definitionAs: what, ...options })
  const text = filledIn(app)
  assert.equal(
    diagnose(text).filter(({ severity }) => severity === 'error'),
    [],
    text,
  )
  let told: unknown
  const execution = await execute(
    JSON.parse(text),
    { id: 'i7', count: 1 },
    {
      services: {
        'arn:aws:states:::sqs:sendMessage': (argument: unknown) => {
          told = argument
          return {}
        },
      },
    },
  )
  assert.is(execution.status, 'SUCCEEDED', JSON.stringify(execution))
  return told as Readonly<Record<string, unknown>>
}

const send = (body: (i: Ref<Input>) => never): AnyStep =>
  service('sqs:sendMessage', (i: Ref<Input>) => ({ QueueUrl: 'https://q', MessageBody: body(i) })) as AnyStep

test('a text of any kind arrives in any place, in both languages, however the definition is deployed', async () => {
  console.log(`  seed ${seed}`)
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...settings),
      fc.constantFrom('JSONPath' as const, 'JSONata' as const),
      fc.constantFrom(...Object.keys(texts)),
      fc.nat(),
      async (what, language, kind, n) => {
        const all = Object.values(language === 'JSONata' ? { ...places, ...jsonataPlaces } : places)
        const [argument, value] = all[n % all.length] as (typeof all)[number]
        let expected: unknown
        const told = await given(what, language, (made) => {
          const [token, real] = (texts[kind] as Text)(made)
          expected = value({ id: 'i7', count: 1 }, real)
          return send((i) => argument(i, token))
        })
        assert.equal(told.MessageBody, expected)
      },
    ),
    { seed, numRuns: 100 },
  )
})

for (const queryLanguage of ['JSONPath', 'JSONata'] as const)
  for (const what of settings)
    test(`numbers, lists, conditions, comments, names and placeholders: ${queryLanguage}, ${what}`, async () => {
      const told = await given(
        what,
        queryLanguage,
        ({ stack }) =>
          comment(
            `writes to ${bucketIn(stack)}`,
            seq(
              pass((i: Ref<Input>) => ({ id: i.id, sum: add(i.count, numberIn(stack)), region: Aws.REGION })),
              choice(
                when(
                  (o) => eq(o.region, Aws.REGION),
                  send(
                    (o) =>
                      ({
                        number: numberIn(stack),
                        sum: (o as never as { sum: never }).sum,
                        list: listIn(stack),
                        lazy: Lazy.number({ produce: () => 7 }),
                        names: Lazy.list({ produce: () => ['a', 'b'] }),
                        table: placeholder('Table'),
                        path: concat('t/', placeholder('Table'), '/', (o as never as { id: never }).id),
                      }) as never,
                  ) as never,
                ),
                otherwise(pass(() => 0)),
              ),
            ) as never,
          ) as AnyStep,
        ({ stack }) => ({ Table: bucketIn(stack) }),
      )
      assert.equal(told.MessageBody, {
        number: numberValue,
        sum: numberValue + 1,
        list: listValue,
        lazy: 7,
        names: ['a', 'b'],
        table: own,
        path: `t/${own}/i7`,
      })
    })

test('a placeholder that has no value, and a value that has no placeholder, are errors before anything is made', () => {
  const stack = new Stack(new App(), 'S')
  const workflow = send(() => placeholder('Table') as never)
  assert.throws(() => stateMachine(stack, 'M', workflow), /no value for the placeholders "Table"/)
  assert.throws(
    () => stateMachine(stack, 'M', workflow, { placeholders: { Table: 't', Tabel: 't' } }),
    /placeholders for "Tabel", but the workflow's are "Table"/,
  )
  assert.is(stack.node.children.length, 0)
})

test('what still looks like a token fails the synthesis; a list inside an expression as well', () => {
  for (const text of [
    '"${Token[TOKEN.85]}"',
    '"\\u0024{Token[TOKEN.85]}"',
    "States.Format('$\\\\{Token[T.8]\\\\}')",
    '["#{Token[T.1]}"]',
    '{"Token[TOKEN.7]":1}',
    '-1.8881545897087713e+289',
  ])
    assert.throws(() => checkNoToken(text, 'here'), /here: the definition holds .*an unresolved CDK token/)
  checkNoToken('"costs ${5}"', 'here')
  checkNoToken('"Token[5] of a list", "Token[x]"', 'here')
  const stack = new Stack(new App(), 'S')
  assert.throws(
    () =>
      stateMachine(
        stack,
        'M',
        send((i) => ({ all: [listIn(stack), i.id] }) as never),
        { queryLanguage: 'JSONPath' },
      ),
    /a list that is known at deployment only stands inside an expression/,
  )
})

test('a pattern takes a token in JSONPath, and in JSONata, where it is a regular expression, it is an error', () => {
  const stack = new Stack(new App(), 'S')
  const workflow = choice(
    when(
      (i: Ref<Input>) => matches(i.id, `${bucketIn(stack)}*`),
      pass(() => 1),
    ),
    otherwise(pass(() => 2)),
  )
  stateMachine(stack, 'M', workflow)
  assert.match(
    JSON.stringify(onlyOne(stack, 'AWS::StepFunctions::StateMachine')),
    /StringMatches\\":\\"\$\{BucketRef\w+\}\*/,
  )
  assert.throws(
    () => stateMachine(stack, 'N', workflow, { queryLanguage: 'JSONata' }),
    /matches: in JSONata a pattern is a regular expression/,
  )
})

test('an activity of the app is called so, or as it is told, and not by its token', () => {
  const stack = new Stack(new App(), 'S')
  const { activityArn } = new Activity(stack, 'Weigh')
  const workflow = seq(activity<Input, Input>(activityArn), activity<Input, number>(activityArn, { name: 'weigh' }))
  stateMachine(stack, 'M', workflow)
  const { DefinitionString } = onlyOne(stack, 'AWS::StepFunctions::StateMachine')
  assert.equal(Object.keys(JSON.parse(String(DefinitionString)).States), ['activity', 'weigh'])
})

test('a value of Lazy that changes after a file was written is an error', () => {
  for (const build of [
    (stack: Stack, workflow: AnyStep) => void stateMachine(stack, 'M', workflow, { definitionAs: 'file' }),
    (stack: Stack, workflow: AnyStep) => {
      const chain = definition(stack, 'Chain', workflow)
      new StateMachine(stack, 'M', { definitionBody: DefinitionBody.fromChainable(chain) })
    },
  ]) {
    const app = new App()
    let value = 'first'
    build(
      new Stack(app, 'S'),
      send(() => Lazy.uncachedString({ produce: () => value }) as never),
    )
    value = 'second'
    assert.throws(() => app.synth(), /a value of Lazy changed/)
  }
})

test('substitutions keep their names when a step is put in front', () => {
  const keys = (more: boolean): string[] => {
    const stack = new Stack(new App(), 'S')
    const last = send(() => bucketIn(stack) as never)
    const first = send(() => Aws.REGION as never)
    stateMachine(stack, 'M', (more ? seq(first as never, last as never) : last) as AnyStep)
    const { DefinitionSubstitutions } = onlyOne(stack, 'AWS::StepFunctions::StateMachine')
    return Object.keys(DefinitionSubstitutions as object)
  }
  const [before] = keys(false)
  assert.ok(before?.startsWith('BucketRef'))
  assert.ok(keys(true).includes(before as string))
})

test.run()
