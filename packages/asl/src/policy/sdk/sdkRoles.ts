/** Roles that a call of the SDK hands on to a service, which is an action on the role. */
import type { Call } from '../call.ts'

/** To these a role is what they act on, or a principal. */
const ofRolesThemselves = new Set(['iam', 'sts', 'lakeformation', 'accessanalyzer'])

const isRole = (text: string): boolean => /^arn:[^:]+:iam::[^:]*:role\//.test(text)

/**
 * Says which roles the call hands on. Which service will act in them no definition tells, and a permission to hand them to any is more
 * than the call asks for.
 */
export const handedOn = ({ given, cannotDerive }: Call, service: string): void => {
  if (given === undefined || ofRolesThemselves.has(service)) return
  const roles = new Set<string>()
  const open: (readonly [key: string, value: unknown])[] = Object.entries(given)
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [key, value] = next
    if (typeof value === 'string' && /Role(?:Arn|ARN)?$/.test(key) && isRole(value)) roles.add(value)
    else if (typeof value === 'object' && value !== null)
      for (const [inner, each] of Object.entries(value)) open.push([Array.isArray(value) ? key : inner, each])
  }
  for (const role of roles)
    cannotDerive(['iam:PassRole'], `the call hands the role ${role} on, to a service that it does not name`)
}
