/** Definitions inside CloudFormation and SAM templates. */
import { isObject } from '../../validate/fields.ts'

/** A definition that a template holds. */
export interface Embedded {
  /** The resource that it belongs to. */
  readonly name: string
  readonly path: readonly (string | number)[]
  readonly type: 'STANDARD' | 'EXPRESS'
  readonly definition:
    | { readonly _tag: 'Value'; readonly value: unknown }
    /** JSON text. `isWhole`: it stands in the template as one text, whose lines are the template's. */
    | { readonly _tag: 'Text'; readonly text: string; readonly isWhole: boolean }
    /** A file beside the template. */
    | { readonly _tag: 'File'; readonly file: string }
}

/** Whether a value is a template with resources. */
export const isTemplate = (value: unknown): value is { readonly Resources: Readonly<Record<string, unknown>> } =>
  isObject(value) && isObject(value.Resources) && value.States === undefined

/** What stands for a value that is known at deployment only. */
const opaque = '${Known.At.Deployment}'

/** Text out of what templates compute it with; `undefined` when only the deployment knows it. */
const textOf = (value: unknown): { readonly text: string; readonly path: readonly (string | number)[] } | undefined => {
  if (typeof value === 'string') return { text: value, path: [] }
  if (!isObject(value)) return undefined
  const { 'Fn::Sub': sub, 'Fn::Join': join } = value
  if (typeof sub === 'string') return { text: sub, path: ['Fn::Sub'] }
  if (Array.isArray(sub) && typeof sub[0] === 'string') return { text: sub[0], path: ['Fn::Sub', 0] }
  if (Array.isArray(join) && typeof join[0] === 'string' && Array.isArray(join[1])) {
    const parts: readonly unknown[] = join[1]
    return {
      text: parts.map((part) => (typeof part === 'string' ? part : opaque)).join(join[0]),
      path: [],
    }
  }
  return undefined
}

const definitionOf = (
  properties: Readonly<Record<string, unknown>>,
): Pick<Embedded, 'path' | 'definition'> | undefined => {
  const { Definition: value, DefinitionString: text, DefinitionUri: uri } = properties
  if (isObject(value)) return { path: ['Definition'], definition: { _tag: 'Value', value } }
  if (text !== undefined) {
    const found = textOf(text)
    if (found === undefined) return undefined
    const isWhole = typeof text === 'string' || found.path.length > 0
    return {
      path: ['DefinitionString', ...found.path],
      definition: { _tag: 'Text', text: found.text, isWhole },
    }
  }
  if (typeof uri === 'string' && !uri.startsWith('s3://') && !uri.includes('${'))
    return { path: ['DefinitionUri'], definition: { _tag: 'File', file: uri } }
  return undefined
}

const kinds: Readonly<Record<string, string>> = {
  'AWS::StepFunctions::StateMachine': 'StateMachineType',
  'AWS::Serverless::StateMachine': 'Type',
}

/** The definitions of a template's state machines. One that only the deployment knows, as in S3, is not among them. */
export const definitionsIn = (template: {
  readonly Resources: Readonly<Record<string, unknown>>
}): readonly Embedded[] =>
  Object.entries(template.Resources).flatMap(([name, resource]): Embedded[] => {
    if (!isObject(resource) || typeof resource.Type !== 'string' || !Object.hasOwn(kinds, resource.Type)) return []
    if (!isObject(resource.Properties)) return []
    const found = definitionOf(resource.Properties)
    if (found === undefined) return []
    const type = resource.Properties[kinds[resource.Type] as string] === 'EXPRESS' ? 'EXPRESS' : 'STANDARD'
    return [{ name, type, path: ['Resources', name, 'Properties', ...found.path], definition: found.definition }]
  })
