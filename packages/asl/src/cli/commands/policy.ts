/** `orkestra policy`: what the role of a machine is to be allowed. */
import { existsSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { AnyStep } from '@orkestra/core'
import * as Either from 'fp-ts/lib/Either.js'
import { parse } from 'yaml'
import { AslError } from '../../issue.ts'
import { attachments } from '../../policy/attach.ts'
import { type PolicyOptions, policy } from '../../policy/policy.ts'
import type { StateMachine } from '../../states.ts'
import { validate } from '../../validate/validate.ts'
import { type Command, only } from '../arguments.ts'
import { loadWorkflow, UsageError } from '../module.ts'
import { deliver } from '../output.ts'

const usage =
  'orkestra policy <module>[#export]|<definition> [--name <name>] [--region <region>] [--account <id>] [--partition <partition>] [--tracing] [--logging] [--out <file>] [--check]'

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

const load = (reference: string): Promise<AnyStep> | StateMachine =>
  /\.(json|ya?ml)$/.test(reference) ? definitionIn(reference) : loadWorkflow(reference)

export const policyCommand: Command = {
  usage,
  help: 'prints what the role of its machine is to be allowed, no more; tells what the definition leaves open',
  act: async (args) => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        name: { type: 'string' },
        region: { type: 'string' },
        account: { type: 'string' },
        partition: { type: 'string' },
        tracing: { type: 'boolean', default: false },
        logging: { type: 'boolean', default: false },
        out: { type: 'string' },
        check: { type: 'boolean', default: false },
      },
    })
    const { out, check, tracing, logging, ...places } = values
    const options: PolicyOptions = { tracing, logging, ...places }
    const { document, underived } = policy(await load(only(positionals, usage)), options)
    const open = underived.map(
      ({ state, action, why }) => `not granted: ${action} for the state ${JSON.stringify(state)}: ${why}\n`,
    )
    const { inline, managed, exceedsQuota } = attachments(document)
    const files = [inline, ...managed].map((each, i): [string, string] => [
      i === 0 ? 'policy.json' : `policy-${i + 1}.json`,
      `${JSON.stringify(each, null, 2)}\n`,
    ])
    const printed = deliver(new Map(files), { out, check })
    if (managed.length > 0)
      open.push(
        `policy.json is all that a role can hold itself: attach the others as managed policies${exceedsQuota ? ", and raise IAM's quota of 10 for a role first" : ''}\n`,
      )
    return { ...printed, note: `${printed.note ?? ''}${open.join('')}` }
  },
}
