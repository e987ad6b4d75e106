/** An app is deployed, changed, and deployed again: what is still there is the same thing, and nothing else of the app hears of the change. */
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Edit, shop } from '../stacks/shop.ts'

const test = suite('what is deployed, after a change')

interface Resource {
  readonly Type: string
  readonly Properties: Readonly<Record<string, unknown>>
}

interface Deployed {
  /** By stack and logical id. */
  readonly resources: ReadonlyMap<string, Resource>
  readonly warnings: readonly string[]
}

const deployed = (edit: Edit): Deployed => {
  const { app, stacks } = shop(edit)
  const assembly = app.synth()
  const all = Object.values(stacks).map(({ artifactId }) => assembly.getStackArtifact(artifactId))
  return {
    resources: new Map(
      all.flatMap(({ id, template }) =>
        Object.entries(template.Resources as Record<string, Resource>).map(
          ([logicalId, resource]) => [`${id} ${logicalId}`, resource] as const,
        ),
      ),
    ),
    warnings: all.flatMap(({ messages }) => messages.map((message) => `${message.id} ${message.entry.data}`)),
  }
}

const before = deployed({})

const changed = (after: Deployed): readonly string[] =>
  [...before.resources].flatMap(([id, resource]) => {
    const other = after.resources.get(id)
    return other === undefined || JSON.stringify(other) !== JSON.stringify(resource) ? [id] : []
  })
const gone = (after: Deployed): readonly string[] =>
  [...before.resources.keys()].filter((id) => !after.resources.has(id))
const ofType = ({ resources }: Deployed, type: string) => [...resources].filter(([, { Type }]) => Type === type)
const machine = 'AWS::StepFunctions::StateMachine'

const substitutions = ({ Properties }: Resource): readonly string[] =>
  Object.keys((Properties.DefinitionSubstitutions as object | undefined) ?? {})

/** What a statement allows, of which a policy may hold one in another form: each action on each resource. */
const allowed = (resource: Resource | undefined): ReadonlySet<string> => {
  const { PolicyDocument } = (resource?.Properties ?? {}) as {
    readonly PolicyDocument?: {
      readonly Statement: readonly { Action: unknown; Resource: unknown; Condition?: unknown }[]
    }
  }
  return new Set(
    (PolicyDocument?.Statement ?? []).flatMap(({ Action, Resource, Condition }) =>
      [Action].flat().flatMap((action) => [Resource].flat().map((on) => JSON.stringify([action, on, Condition]))),
    ),
  )
}

test('the app is what it says: six machines, with a definition of each, and no warning of ours', () => {
  assert.is(ofType(before, machine).length, 6)
  assert.equal(
    before.warnings.filter((warning) => warning.includes('orkestra')),
    [],
  )
})

/** Edits of the workflow of Orders: what of the app may be another than before, besides that machine. */
const edits: Readonly<Record<string, readonly [edit: Edit, others: readonly RegExp[], gone: readonly RegExp[]]>> = {
  'a step in front': [{ auditFirst: true }, [/^Flow OrdersStateMachineRoleDefaultPolicy/], []],
  'a step is retried': [{ retried: true }, [], []],
  'a step has another name': [{ renamed: true }, [], []],
  'a step without a function in between': [{ more: true }, [], []],
  'a step is taken away': [{ withoutTax: true }, [/^Flow OrdersStateMachineRoleDefaultPolicy/], [/^Flow OrderstaxFn/]],
  'all of it': [
    { auditFirst: true, retried: true, renamed: true, more: true },
    [/^Flow OrdersStateMachineRoleDefaultPolicy/],
    [],
  ],
}

for (const [name, [edit, others, lost]] of Object.entries(edits))
  test(`${name}: the machine, its name and every function that is still there stay, and the other machines know nothing`, () => {
    const after = deployed(edit)
    assert.equal(
      gone(after).filter((id) => !lost.some((pattern) => pattern.test(id))),
      [],
    )
    const unexpected = [/^Flow OrdersStateMachine[0-9A-F]{8}$/, ...others, ...lost]
    assert.equal(
      changed(after).filter((id) => !unexpected.some((pattern) => pattern.test(id))),
      [],
    )
    for (const [id, was] of ofType(before, machine)) {
      const is = after.resources.get(id) as Resource
      const { StateMachineName, StateMachineType, RoleArn } = was.Properties
      assert.equal(
        [is.Properties.StateMachineName, is.Properties.StateMachineType, is.Properties.RoleArn],
        [StateMachineName, StateMachineType, RoleArn],
      )
      const kept = substitutions(is)
      assert.equal(
        substitutions(was).filter((key) => !kept.includes(key) && !(edit.withoutTax && key === 'tax')),
        [],
      )
    }
    for (const [id, resource] of ofType(before, 'AWS::IAM::Policy')) {
      const still = allowed(after.resources.get(id))
      const missing = [...allowed(resource)].filter((statement) => !still.has(statement))
      assert.equal(
        missing.filter((statement) => !(edit.withoutTax && statement.includes('OrderstaxFn'))),
        [],
        id,
      )
    }
    assert.equal(after.warnings, before.warnings)
  })

for (const [name, edit, what] of [
  ['the ARN is told to a step', { tellArn: true }, 'tellArn'],
  ['the machine gets a key of its own', { ownKey: true }, 'encryptionConfiguration'],
] as const)
  test(`${name}: the machine is replaced, and a warning says so`, () => {
    const after = deployed(edit)
    assert.equal(
      gone(after).filter((id) => !/CurrentVersion/.test(id)),
      [],
    )
    const renamed = ofType(before, machine).filter(
      ([id, { Properties }]) => after.resources.get(id)?.Properties.StateMachineName !== Properties.StateMachineName,
    )
    assert.equal(
      renamed.map(([id]) => id.replace(/[0-9A-F]{8}$/, '')),
      ['Flow OrdersStateMachine'],
    )
    const [warning = '', ...more] = after.warnings.filter((each) => !before.warnings.includes(each))
    assert.match(warning, new RegExp(`${what} needs .* is replaced by that`))
    assert.is(more.length, 0)
  })

test.run()
