/** What AWS checks of a request before anything else: the shape that its model says. */
import { isRecord } from '../../execute/payload/payload.ts'
import { ServiceError, validation } from './error.ts'

/** The constraints of one member of a request. */
export type Member =
  | {
      readonly kind: 'text'
      readonly min?: number
      readonly max?: number
      readonly pattern?: string
      readonly words?: readonly string[]
    }
  | { readonly kind: 'number'; readonly min?: number; readonly max?: number; readonly isWhole: boolean }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'list'; readonly of: Member; readonly min?: number; readonly max?: number }
  | {
      readonly kind: 'structure'
      readonly members: Readonly<Record<string, Member>>
      readonly required?: readonly string[]
    }

export interface Shape {
  readonly members: Readonly<Record<string, Member>>
  readonly required?: readonly string[]
}

const expectedType: Readonly<Record<Member['kind'], string>> = {
  text: 'String',
  number: 'Number',
  boolean: 'Boolean',
  list: 'List',
  structure: 'Structure',
}

const isOfKind = (value: unknown, { kind }: Member): boolean => {
  switch (kind) {
    case 'text':
      return typeof value === 'string'
    case 'number':
      return typeof value === 'number'
    case 'boolean':
      return typeof value === 'boolean'
    case 'list':
      return Array.isArray(value)
    case 'structure':
      return isRecord(value)
  }
}

/** A value as AWS's Java writes it into the message. */
const shown = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(shown).join(', ')}]`
  if (isRecord(value))
    return `{${Object.entries(value)
      .map(([key, each]) => `${key}=${shown(each)}`)
      .join(', ')}}`
  return String(value)
}

const broken = (value: unknown, member: Member): string | undefined => {
  switch (member.kind) {
    case 'text': {
      const { length } = value as string
      if (member.words !== undefined && !member.words.includes(value as string))
        return `Member must satisfy enum value set: [${member.words.join(', ')}]`
      if (member.max !== undefined && length > member.max)
        return `Member must have length less than or equal to ${member.max}`
      if (member.min !== undefined && length < member.min)
        return `Member must have length greater than or equal to ${member.min}`
      if (member.pattern !== undefined && !new RegExp(`^(?:${member.pattern})$`, 'su').test(value as string))
        return `Member must satisfy regular expression pattern: ${member.pattern}`
      return undefined
    }
    case 'number':
      if (member.max !== undefined && (value as number) > member.max)
        return `Member must have value less than or equal to ${member.max}`
      if (member.min !== undefined && (value as number) < member.min)
        return `Member must have value greater than or equal to ${member.min}`
      return undefined
    case 'list': {
      const { length } = value as readonly unknown[]
      if (member.max !== undefined && length > member.max)
        return `Member must have length less than or equal to ${member.max}`
      if (member.min !== undefined && length < member.min)
        return `Member must have length greater than or equal to ${member.min}`
      return undefined
    }
    case 'boolean':
    case 'structure':
      return undefined
  }
}

/**
 * A request that has the shape that it must have. Members that AWS does not know are left out, as AWS does.
 *
 * @throws ServiceError ValidationException with all that is wrong, SerializationException for a member of another type.
 */
export const checked = (request: unknown, shape: Shape): Record<string, unknown> => {
  if (!isRecord(request)) throw new ServiceError('SerializationException', 'The request body is not a JSON object')
  const faults: string[] = []
  const fault = (value: string, at: string, constraint: string): void => {
    faults.push(`${value} at '${at}' failed to satisfy constraint: ${constraint}`)
  }
  const structure = (
    value: Record<string, unknown>,
    { members, required = [] }: Shape,
    at: string,
  ): Record<string, unknown> => {
    const found: Record<string, unknown> = {}
    for (const [name, member] of Object.entries(members)) {
      const here = at === '' ? name : `${at}.${name}`
      const each = Object.hasOwn(value, name) ? value[name] : undefined
      if (each === undefined || each === null) {
        if (required.includes(name)) fault('Value null', here, 'Member must not be null')
      } else found[name] = read(each, member, here)
    }
    return found
  }
  const read = (value: unknown, member: Member, at: string): unknown => {
    if (!isOfKind(value, member) || (member.kind === 'number' && member.isWhole && !Number.isInteger(value)))
      throw new ServiceError('SerializationException', `${at} is not of type ${expectedType[member.kind]}`)
    const constraint = broken(value, member)
    if (constraint !== undefined) fault(`Value '${shown(value)}'`, at, constraint)
    if (member.kind === 'structure') return structure(value as Record<string, unknown>, member, at)
    if (member.kind === 'list')
      return (value as readonly unknown[]).map((each, i) => read(each, member.of, `${at}.${i + 1}.member`))
    return value
  }
  const found = structure(request, shape, '')
  if (faults.length > 0)
    throw validation(
      `${faults.length} validation error${faults.length === 1 ? '' : 's'} detected: ${faults.join('; ')}`,
    )
  return found
}
