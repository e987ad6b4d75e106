/** How much a role can hold, and how a document that is more than that is laid out. */
import type { PolicyDocument, Statement } from './document.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html, in characters without white space. */
const inlineLimit = 10_240
const managedLimit = 6_144
/** Managed policies on a role: this many, and on demand up to twice as many. */
const attachable = 10
const attachableOnDemand = 20

/** What a role gets: one policy of its own, and as many managed ones as the rest needs. */
export interface Attachments {
  readonly inline: PolicyDocument
  readonly managed: readonly PolicyDocument[]
  /** Whether there are more managed policies than IAM attaches to a role without a raised quota. */
  readonly exceedsQuota: boolean
}

/**
 * Thrown when a policy is larger than any role can hold.
 *
 * @example attachments(policy(enormous)) // PolicySizeError
 */
export class PolicySizeError extends Error {
  override readonly name = 'PolicySizeError'
}

/** The longest that a placeholder becomes; of one that stands for an ARN, that of a function with a name of 64 characters. */
const longest: ReadonlyMap<string, number> = new Map([
  ['${AWS::Region}', 14],
  ['${data.aws_region.current.id}', 14],
  ['${AWS::AccountId}', 12],
  ['${data.aws_caller_identity.current.account_id}', 12],
  ['${AWS::StackName}', 128],
  ['${var.name}', 80],
  ['${StateMachineName}', 80],
])
const longestArn = 140

const sizeOf = (value: unknown): number => {
  const text = JSON.stringify(value)
  let size = text.length
  for (const [placeholder] of text.matchAll(/\$\{[^}]*\}/g))
    size += (longest.get(placeholder) ?? longestArn) - placeholder.length
  return size
}

/**
 * The size of a document as IAM counts it, in characters. What a placeholder becomes is not known yet: the longest is assumed.
 *
 * @example policySize(policy(seq(x, y)).document) <= 10_240 // fits a role's inline policies
 */
export const policySize = (document: PolicyDocument): number => sizeOf(document)

/** Statements of the same actions and conditions as one, each resource once. */
const merged = (statements: readonly Statement[]): readonly Statement[] => {
  const known = new Map<string, Statement>()
  for (const statement of statements) {
    const { Resource, ...rest } = statement
    const key = JSON.stringify({ ...rest, Action: [...rest.Action].sort() })
    const before = known.get(key)
    known.set(
      key,
      before === undefined
        ? statement
        : { ...before, Resource: [...new Set([...before.Resource, ...Resource])].sort() },
    )
  }
  return [...known.values()]
}

const frame = sizeOf({ Version: '2012-10-17', Statement: [] })

/** Fills one document after the other; a statement that does not fit goes on in the next with the rest of its resources. */
const packed = (statements: readonly Statement[]): readonly PolicyDocument[] => {
  const documents: Statement[][] = [[]]
  let room = inlineLimit - frame
  const next = () => {
    documents.push([])
    room = managedLimit - frame
  }
  for (const statement of statements) {
    const empty = sizeOf({ ...statement, Resource: [] }) + 1
    let resources: string[] = []
    let left = room - empty
    const close = () => {
      if (resources.length > 0) documents.at(-1)?.push({ ...statement, Resource: resources })
      resources = []
    }
    for (const resource of statement.Resource) {
      const size = sizeOf(resource) + 1
      if (size > left) {
        close()
        next()
        left = room - empty
        if (size > left)
          throw new PolicySizeError(
            `the statement that allows ${statement.Action[0]} on ${resource} is alone over the ${managedLimit} characters of a policy: name fewer actions`,
          )
      }
      resources.push(resource)
      left -= size
    }
    close()
    room = left
  }
  return documents
    .filter((each) => each.length > 0)
    .map((each): PolicyDocument => ({ Version: '2012-10-17', Statement: each }))
}

/**
 * How a document gets onto a role. One that fits stands in the role, as it is: 10,240 characters without white space. From one that
 * does not, statements of equal actions and conditions are merged first; then the rest goes into managed policies of 6,144 each.
 *
 * @example attachments(policy(workflow).document).managed.length // 0, but for the largest workflows
 * @throws PolicySizeError when the document needs more than the 20 managed policies that a role can have at most.
 */
export const attachments = (document: PolicyDocument): Attachments => {
  if (policySize(document) <= inlineLimit) return { inline: document, managed: [], exceedsQuota: false }
  const [inline = document, ...managed] = packed(merged(document.Statement))
  if (managed.length > attachableOnDemand)
    throw new PolicySizeError(
      `a role with ${policySize(document)} characters of policy needs ${managed.length} managed policies, and can have ${attachableOnDemand}: divide the workflow into nested ones, each with a role of its own`,
    )
  return { inline, managed, exceedsQuota: managed.length > attachable }
}
