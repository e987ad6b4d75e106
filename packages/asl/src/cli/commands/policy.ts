/** `orkestra policy`: the permissions that a machine's role needs. */
import type { AnyStep } from '@orkestra/core'
import { needed, type PolicyDocument, perhaps, wanted } from '../../policy/permissions/document.ts'
import type { PolicyOptions } from '../../policy/policy.ts'
import type { StateMachine } from '../../states.ts'
import { type Command, naming, type Options, only, read, writing } from '../arguments.ts'
import { isDefinition, machinesIn, valid } from '../load/definitions.ts'
import { loadWorkflow } from '../load/module.ts'
import { deliver } from '../output.ts'
import { type Session, session } from '../session.ts'

const options = {
  name: { type: 'string', value: '<name>', meaning: 'the name of the machine' },
  region: { type: 'string', value: '<region>', meaning: 'such as eu-west-1. Default: ${AWS::Region}' },
  account: { type: 'string', value: '<id>', meaning: 'such as 123456789012. Default: ${AWS::AccountId}' },
  partition: { type: 'string', value: '<partition>', meaning: 'aws, aws-cn or aws-us-gov' },
  tracing: { type: 'boolean', default: false, meaning: 'include permissions for X-Ray' },
  logging: { type: 'boolean', default: false, meaning: 'include permissions for logging' },
  machine: naming,
  ...writing,
} as const satisfies Options

const head = { name: 'policy', takes: '<module>[#export]|<definition>', options }

/** What a policy is made of, under the name that tells it from others. */
interface Named {
  readonly name: string
  readonly source: AnyStep | StateMachine
}

const load = async (
  reference: string,
  machine: string | undefined,
  around: Session,
): Promise<readonly [Named, ...Named[]]> => {
  if (!isDefinition(reference)) return [{ name: 'policy', source: await loadWorkflow(reference, around) }]
  const [first, ...more] = (await machinesIn(reference, { machine }, around)).map((read) => ({
    name: read.name,
    source: valid(read).definition,
  }))
  return [first as Named, ...more]
}

interface Policies {
  readonly files: readonly (readonly [name: string, document: PolicyDocument])[]
  readonly open: readonly string[]
}

/** The policies of one machine: the first one inline, the others to be attached. */
const policiesOf = async ({ name, source }: Named, settings: PolicyOptions, isOne: boolean): Promise<Policies> => {
  const [{ policy }, { attachments }] = await Promise.all([
    import('../../policy/policy.ts'),
    import('../../policy/permissions/attach.ts'),
  ])
  const stem = isOne ? 'policy' : `${name}.policy`
  const { document, underived } = policy(source, settings)
  const of = isOne ? '' : `${name}: `
  const open = [
    ...needed(underived).map(
      (missing) =>
        `${of}not granted: ${wanted(missing)} for the state ${JSON.stringify(missing.state)}: ${missing.why}\n`,
    ),
    ...perhaps(underived).map((sentence) => `${of}needed as well, ${sentence}\n`),
  ]
  const { inline, managed, exceedsQuota } = attachments(document)
  const files = [inline, ...managed].map(
    (each, i) => [i === 0 ? `${stem}.json` : `${stem}-${i + 1}.json`, each] as const,
  )
  if (managed.length > 0)
    open.push(
      `${stem}.json is all that a role can hold itself: attach the others as managed policies${exceedsQuota ? ", and raise IAM's quota of 10 for a role first" : ''}\n`,
    )
  return { files, open }
}

const textOf = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

export const policyCommand: Command = {
  ...head,
  completes: 'both',
  purpose:
    'prints the least-privilege policy for the role of a machine, and lists what the definition does not determine',
  examples: [
    {
      call: 'orkestra policy workflow.ts#orders --region eu-west-1 --account 123456789012',
      says: 'the policy as JSON',
    },
    { call: 'orkestra policy machine.asl.json', says: 'of any definition' },
    { call: 'orkestra policy template.yaml --out policies/', says: 'a policy for each machine of a template' },
  ],
  act: async (args, around = session()) => {
    const { values, positionals } = read(head, args)
    const { out, check, tracing, logging, machine, ...places } = values
    const settings: PolicyOptions = { tracing, logging, ...places }
    const named = await load(only(positionals, head), machine, around)
    const policies = await Promise.all(named.map((one) => policiesOf(one, settings, named.length === 1)))
    const files = policies.flatMap((one) => one.files)
    const open = policies.flatMap((one) => one.open)
    // Several machines go into a folder, or stand in one text under their names.
    const texts =
      named.length > 1 && out === undefined
        ? new Map([
            [
              'policies.json',
              textOf(
                Object.fromEntries(files.map(([name, each]) => [name.replace(/\.policy(.*)\.json$/, '$1'), each])),
              ),
            ],
          ])
        : new Map(files.map(([name, each]) => [name, textOf(each)]))
    const printed = deliver(texts, { out, check }, around)
    return { ...printed, note: `${printed.note ?? ''}${open.join('')}` }
  },
}
