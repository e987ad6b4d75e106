/** Texts of a role as values of a template. */
import { type Piece, piecesOf } from '../references.ts'

/** What a key of the workflow is in this template. */
export type Value =
  | { readonly Ref: string }
  | { readonly 'Fn::GetAtt': readonly [id: string, attribute: string] }
  | { readonly 'Fn::ImportValue': string }

export type ValueOf = (key: string) => Value

const split = (separator: string, value: Value, index: number) => ({
  'Fn::Select': [index, { 'Fn::Split': [separator, value] }],
})

/** How a value stands inside `Fn::Sub`: by itself, or by a variable of its own. */
const inside = (value: Value): string | undefined => {
  if ('Ref' in value) return value.Ref
  return 'Fn::GetAtt' in value ? value['Fn::GetAtt'].join('.') : undefined
}

/** What AWS tells by an ARN or a URL, as variables of `Fn::Sub` and the text that they stand in. */
const derived = (
  { key, told }: Exclude<Piece, string>,
  value: Value,
): readonly [string, Readonly<Record<string, unknown>>] => {
  switch (told) {
    case 'itself': {
      const name = inside(value)
      return name === undefined ? [`\${${key}}`, { [key]: value }] : [`\${${name}}`, {}]
    }
    case 'executions':
      // arn:aws:states:REGION:ACCOUNT:stateMachine:NAME
      return [
        `\${${key}Executions}:*`,
        { [`${key}Executions`]: { 'Fn::Join': [':execution:', { 'Fn::Split': [':stateMachine:', value] }] } },
      ]
    case 'queue':
      // https://sqs.REGION.amazonaws.com/ACCOUNT/NAME
      return [
        `arn:\${AWS::Partition}:sqs:\${${key}Region}:\${${key}Account}:\${${key}Name}`,
        {
          [`${key}Region`]: split('.', value, 1),
          [`${key}Account`]: split('/', value, 3),
          [`${key}Name`]: split('/', value, 4),
        },
      ]
  }
}

/** A text of a role as CloudFormation fills it; one that is nothing but a reference is a reference. */
export const substituted = (text: string, valueOf: ValueOf): unknown => {
  const pieces = piecesOf(text)
  const [first] = pieces
  if (pieces.length === 1 && typeof first === 'object' && first.told === 'itself') return valueOf(first.key)
  const pseudo = /^\$\{(AWS::\w+)\}$/.exec(text)?.[1]
  if (pseudo !== undefined) return { Ref: pseudo }
  const variables: Record<string, unknown> = {}
  const written = pieces
    .map((piece) => {
      if (typeof piece === 'string') return piece
      const [part, more] = derived(piece, valueOf(piece.key))
      Object.assign(variables, more)
      return part
    })
    .join('')
  if (Object.keys(variables).length > 0) return { 'Fn::Sub': [written, variables] }
  return written.includes('${') ? { 'Fn::Sub': written } : written
}
