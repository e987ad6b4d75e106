/** The role of the machine in a Terraform module. */
import { type Attachments, attachments } from '../../policy/permissions/attach.ts'
import { needed, type PolicyDocument, perhaps, type RolePolicy, wanted } from '../../policy/permissions/document.ts'
import { type Piece, piecesOf } from '../references.ts'
import { attributes, block, type Expression, expression, hcl, quoted, type Value } from './hcl.ts'

export const partition = '${data.aws_partition.current.partition}'
export const region = '${data.aws_region.current.id}'
export const account = '${data.aws_caller_identity.current.account_id}'

export const jsonencode = (value: Value): Expression => expression(`jsonencode(${hcl(value)})`)

/** Where the module has what a key stands for. */
export type PlaceOf = (key: string) => string

const written = (piece: Piece, placeOf: PlaceOf): string => {
  if (typeof piece === 'string') return piece
  const place = placeOf(piece.key)
  switch (piece.told) {
    case 'itself':
      return `\${${place}}`
    case 'executions':
      // arn:aws:states:REGION:ACCOUNT:stateMachine:NAME
      return `\${replace(${place}, ":stateMachine:", ":execution:")}:*`
    case 'queue':
      // https://sqs.REGION.amazonaws.com/ACCOUNT/NAME
      return `arn:${partition}:sqs:\${split(".", ${place})[1]}:\${split("/", ${place})[3]}:\${split("/", ${place})[4]}`
  }
}

/** A text of a policy, with what the module knows for its placeholders. */
const reference = (text: string, placeOf: PlaceOf): Value => {
  const pieces = piecesOf(text)
  const [first] = pieces
  if (pieces.length === 1 && typeof first === 'object' && first.told === 'itself') return expression(placeOf(first.key))
  const whole = pieces.map((piece) => written(piece, placeOf)).join('')
  return whole.includes('${') ? expression(`"${whole}"`) : whole
}

/** Who may act in a role: a service, of this account, and for a machine alone where `machines` is said. */
export const trust = (service: string, ofPartition: string, machines: boolean): Expression =>
  jsonencode({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Action: 'sts:AssumeRole',
        Principal: { Service: service },
        Condition: {
          StringEquals: { 'aws:SourceAccount': expression('data.aws_caller_identity.current.account_id') },
          ...(machines && {
            ArnLike: { 'aws:SourceArn': expression(`"arn:${ofPartition}:states:${region}:${account}:stateMachine:*"`) },
          }),
        },
      },
    ],
  })

/** What every role of the module has. */
export const roleAttributes: Readonly<Record<string, Value>> = {
  permissions_boundary: expression('var.permissions_boundary'),
  tags: expression('var.tags'),
}

const policyText = ({ Version, Statement }: PolicyDocument, placeOf: PlaceOf): Expression =>
  jsonencode({
    Version,
    Statement: Statement.map(({ Effect, Action, Resource, Condition }) => ({
      Effect,
      Action: [...Action],
      Resource: Resource.map((text) => reference(text, placeOf)),
      ...(Condition && { Condition: Condition as Value }),
    })),
  })

/** The names of the policies that a role cannot hold by itself. */
const managedNames = ({ managed }: Attachments): readonly string[] => managed.map((_, i) => `workflow_${i + 2}`)

const managedBlocks = (attached: Attachments, placeOf: PlaceOf): readonly string[] =>
  managedNames(attached).flatMap((name, i) => [
    block(
      `resource "aws_iam_policy" "${name}"`,
      attributes({
        name_prefix: expression('"${var.name}-"'),
        policy: policyText(attached.managed[i] as PolicyDocument, placeOf),
        tags: expression('var.tags'),
      }),
    ),
    block(
      `resource "aws_iam_role_policy_attachment" "${name}"`,
      attributes({
        role: expression('aws_iam_role.workflow.name'),
        policy_arn: expression(`aws_iam_policy.${name}.arn`),
      }),
    ),
  ])

/** The role with its policies, and what the machine waits for so that all of them are in force. */
export const role = (
  { document, underived }: RolePolicy,
  ofPartition: string,
  placeOf: PlaceOf,
): { readonly blocks: readonly string[]; readonly policies: readonly string[] } => {
  const attached = attachments(document)
  // The module lists what the definition does not determine.
  const open = [
    ...needed(underived).map(
      (missing) => `# Not granted: ${wanted(missing)} for the state ${quoted(missing.state)}: ${missing.why}\n`,
    ),
    ...perhaps(underived).map((sentence) => `# Needed as well, ${sentence}\n`),
  ]
  if (attached.exceedsQuota)
    open.push(`# ${attached.managed.length} managed policies on a role: raise IAM's quota of 10 first\n`)
  const own = block(
    'resource "aws_iam_role" "workflow"',
    attributes({
      name_prefix: expression('substr("${var.name}-", 0, 38)'),
      assume_role_policy: trust('states.amazonaws.com', ofPartition, true),
      ...roleAttributes,
    }),
  )
  if (document.Statement.length === 0) return { blocks: [open.join('') + own], policies: [] }
  const inline = block(
    'resource "aws_iam_role_policy" "workflow"',
    attributes({
      name: 'workflow',
      role: expression('aws_iam_role.workflow.id'),
      policy: policyText(attached.inline, placeOf),
    }),
  )
  return {
    blocks: [own, open.join('') + inline, ...managedBlocks(attached, placeOf)],
    policies: [
      'aws_iam_role_policy.workflow',
      ...managedNames(attached).map((name) => `aws_iam_role_policy_attachment.${name}`),
    ],
  }
}
