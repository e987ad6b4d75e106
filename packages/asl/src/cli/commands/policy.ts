/** `orkestra policy`: what the role of a machine is to be allowed. */
import { existsSync, readFileSync } from 'node:fs'
import type { AnyStep } from '@orkestra/core'
import * as Either from 'fp-ts/lib/Either.js'
import { parse } from 'yaml'
import { AslError } from '../../issue.ts'
import { attachments } from '../../policy/attach.ts'
import { wanted } from '../../policy/document.ts'
import { type PolicyOptions, policy } from '../../policy/policy.ts'
import type { StateMachine } from '../../states.ts'
import { validate } from '../../validate/validate.ts'
import { type Command, type Options, only, read, writing } from '../arguments.ts'
import { loadWorkflow, UsageError } from '../module.ts'
import { deliver } from '../output.ts'
import { type Session, session } from '../session.ts'

const options = {
  name: { type: 'string', value: '<name>', meaning: 'the name of the machine' },
  region: { type: 'string', value: '<region>', meaning: 'as eu-west-1; otherwise any' },
  account: { type: 'string', value: '<id>', meaning: 'as 123456789012; otherwise any' },
  partition: { type: 'string', value: '<partition>', meaning: 'aws, aws-cn or aws-us-gov' },
  tracing: { type: 'boolean', default: false, meaning: 'with what X-Ray needs' },
  logging: { type: 'boolean', default: false, meaning: 'with what logging needs' },
  ...writing,
} as const satisfies Options

const head = { name: 'policy', takes: '<module>[#export]|<definition>', options }

/** JSON is YAML. */
const definitionIn = (path: string): StateMachine => {
  if (!existsSync(path)) throw new UsageError(`there is no file ${path}.`)
  let definition: unknown
  try {
    definition = parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new UsageError(`${path} is neither JSON nor YAML: ${error instanceof Error ? error.message : String(error)}`)
  }
  const checked = validate(definition)
  if (Either.isLeft(checked)) throw new AslError(checked.left)
  return checked.right
}

const load = (reference: string, around: Session): Promise<AnyStep> | StateMachine =>
  /\.(json|ya?ml)$/.test(reference) ? definitionIn(reference) : loadWorkflow(reference, around)

export const policyCommand: Command = {
  ...head,
  completes: 'both',
  purpose: 'prints what the role of its machine is to be allowed, no more; tells what the definition leaves open',
  examples: [
    {
      call: 'orkestra policy workflow.ts#orders --region eu-west-1 --account 123456789012',
      says: 'the policy as JSON',
    },
    { call: 'orkestra policy machine.asl.json', says: 'of any definition' },
  ],
  act: async (args, around = session()) => {
    const { values, positionals } = read(head, args)
    const { out, check, tracing, logging, ...places } = values
    const settings: PolicyOptions = { tracing, logging, ...places }
    const { document, underived } = policy(await load(only(positionals, head), around), settings)
    const open = underived.map(
      (missing) => `not granted: ${wanted(missing)} for the state ${JSON.stringify(missing.state)}: ${missing.why}\n`,
    )
    const { inline, managed, exceedsQuota } = attachments(document)
    const files = [inline, ...managed].map((each, i): [string, string] => [
      i === 0 ? 'policy.json' : `policy-${i + 1}.json`,
      `${JSON.stringify(each, null, 2)}\n`,
    ])
    const printed = deliver(new Map(files), { out, check }, around)
    if (managed.length > 0)
      open.push(
        `policy.json is all that a role can hold itself: attach the others as managed policies${exceedsQuota ? ", and raise IAM's quota of 10 for a role first" : ''}\n`,
      )
    return { ...printed, note: `${printed.note ?? ''}${open.join('')}` }
  },
}
