/** A document that is too large for a role is laid out over more policies: each fits, and together they say the same. */
import { attachments, type PolicyDocument, PolicySizeError, policy, policySize, type Statement } from '@orkestra/asl'
import { parAll, task } from '@orkestra/core'
import * as fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const test = suite('attachments')

const large = (functions: number): PolicyDocument =>
  policy(parAll(Array.from({ length: functions }, (_, i) => task(`function${i}`))), { tracing: true, logging: true })
    .document

/** The document as IAM gets it, with the longest that each placeholder becomes, and without white space. */
const deployed = (document: PolicyDocument): string =>
  JSON.stringify(document).replace(/\$\{([^}]*)\}/g, (_, name: string) => {
    if (name === 'AWS::Region') return 'ap-southeast-1'
    if (name === 'AWS::AccountId') return '123456789012'
    return `arn:aws-us-gov:lambda:us-gov-west-1:123456789012:function:${'f'.repeat(64)}`
  })

const grants = (documents: readonly PolicyDocument[]): string[] =>
  [
    ...new Set(
      documents.flatMap(({ Statement }) =>
        Statement.flatMap(({ Effect, Action, Resource, Condition }) =>
          Action.flatMap((action) =>
            Resource.map((resource) => JSON.stringify([Effect, action, resource, Condition ?? null])),
          ),
        ),
      ),
    ),
  ].sort()

const check = (document: PolicyDocument): void => {
  const { inline, managed, exceedsQuota } = attachments(document)
  assert.ok(deployed(inline).length <= 10_240)
  for (const each of managed) assert.ok(deployed(each).length <= 6_144)
  assert.equal(grants([inline, ...managed]), grants([document]))
  assert.is(exceedsQuota, managed.length > 10)
  for (const { Statement } of [inline, ...managed]) for (const { Resource } of Statement) assert.ok(Resource.length > 0)
}

test('a document that fits stays as it is', () => {
  const document = large(30)
  assert.equal(attachments(document), { inline: document, managed: [], exceedsQuota: false })
  assert.is(attachments(document).inline, document)
})

test('a workflow of hundreds of functions is allowed all of them', () => {
  for (const functions of [40, 150, 300]) {
    const document = large(functions)
    assert.ok(policySize(document) > 10_240)
    assert.ok(attachments(document).managed.length > 0)
    check(document)
  }
  assert.ok(attachments(large(300)).exceedsQuota)
})

test('the size is at least what IAM counts', () => {
  for (const functions of [1, 10, 40]) assert.ok(policySize(large(functions)) >= deployed(large(functions)).length)
  const plain: PolicyDocument = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: ['sns:Publish'], Resource: ['arn:aws:sns:eu-west-1:123456789012:topic'] }],
  }
  assert.is(policySize(plain), JSON.stringify(plain).length)
})

test('statements of equal actions and conditions are merged before anything else', () => {
  const of = (i: number): Statement => ({
    Effect: 'Allow',
    Action: i % 2 === 0 ? ['s3:GetObject', 's3:PutObject'] : ['s3:PutObject', 's3:GetObject'],
    Resource: [`arn:aws:s3:::bucket/${i % 60}`],
    Condition: { StringEquals: { 's3:prefix': 'a'.repeat(100) } },
  })
  const document: PolicyDocument = { Version: '2012-10-17', Statement: Array.from({ length: 120 }, (_, i) => of(i)) }
  assert.ok(policySize(document) > 10_240)
  const { inline, managed } = attachments(document)
  assert.equal(managed, [])
  assert.is(inline.Statement.length, 1)
  check(document)
})

const statement: fc.Arbitrary<Statement> = fc.record(
  {
    Effect: fc.constant('Allow' as const),
    Action: fc.uniqueArray(fc.stringMatching(/^[a-z]{2,9}:[A-Z][a-z]{2,30}$/), { minLength: 1, maxLength: 12 }),
    Resource: fc.array(
      fc.oneof(fc.stringMatching(/^arn:[a-z:/*]{1,200}$/), fc.constantFrom('*', '${f}', '${AWS::Region}:a')),
      {
        minLength: 1,
        maxLength: 60,
      },
    ),
    Condition: fc.constantFrom(
      { StringEquals: { 'aws:SourceAccount': '123456789012' } },
      { Bool: { 'aws:x': ['"', 'b'] } },
    ),
  },
  { requiredKeys: ['Effect', 'Action', 'Resource'] },
)

test('whatever the statements are, each policy fits and nothing is lost or gained', () =>
  fc.assert(
    fc.property(fc.array(statement, { maxLength: 12, size: 'max' }), (Statement) =>
      check({ Version: '2012-10-17', Statement }),
    ),
    { numRuns: 200 },
  ))

const refused = (document: PolicyDocument): string => {
  try {
    attachments(document)
  } catch (error) {
    assert.instance(error, PolicySizeError)
    return (error as Error).message
  }
  throw new Error('it was not refused')
}

test('what no role can hold is refused, with a way out', () => {
  assert.match(refused(large(700)), /needs \d+ managed policies, and can have 20: divide the workflow into nested ones/)
  assert.match(
    refused({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: Array(900).fill('s3:GetObject'), Resource: ['*'] }],
    }),
    /^the statement that allows s3:GetObject on \* is alone over the 6144 characters of a policy/,
  )
})

test.run()
