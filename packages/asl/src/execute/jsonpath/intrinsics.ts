/** What the intrinsic functions compute. https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html */

import { arityProblem, formatPieces, type IntrinsicName } from '../../language/intrinsic.ts'
import { partitioned, ranged } from '../payload/arrays.ts'
import { digest } from '../payload/digest.ts'
import { javaText, round } from '../payload/java.ts'
import { faultOf, isRecord, isSame, maxDepth, put } from '../payload/payload.ts'
import { javaRandom, type Random } from '../thread/random.ts'

/** Thrown for arguments that a function has no use for. The text says which and why. */
export class BadArgument extends Error {
  override readonly name = 'BadArgument'
}

/** Longest text that `Base64Encode`, `Base64Decode` and `Hash` take, and longest array of `ArrayRange`. */
const maxText = 10_000
const maxRange = 1_000

const nth = ['first', 'second', 'third']

/** Reads the arguments of one call, each with its check. */
const reader = (name: string, given: readonly unknown[]) => {
  const bad = (index: number, expected: string): BadArgument =>
    new BadArgument(`The ${nth[index] ?? `${index + 1}th`} argument of States.${name} must be ${expected}`)
  const text = (index: number, most = Number.POSITIVE_INFINITY): string => {
    const value = given[index]
    if (typeof value !== 'string') throw bad(index, 'a string')
    if (value.length > most) throw bad(index, `at most ${most} characters long`)
    return value
  }
  const list = (index: number): readonly unknown[] => {
    const value = given[index]
    if (!Array.isArray(value)) throw bad(index, 'an array')
    return value
  }
  const whole = (index: number): number => {
    const value = given[index]
    if (typeof value !== 'number') throw bad(index, 'a number')
    return round(value)
  }
  return { bad, text, list, whole }
}

const format = (given: readonly unknown[]): string => {
  const template = given[0]
  if (typeof template !== 'string') throw new BadArgument('The first argument of States.Format must be a string')
  const pieces = formatPieces(template)
  if (pieces.length !== given.length)
    throw new BadArgument(
      `States.Format has ${pieces.length - 1} places in its template and ${given.length - 1} arguments for them`,
    )
  return pieces.map((piece, i) => (i === 0 ? piece : javaText(given[i]) + piece)).join('')
}

const merge = (given: readonly unknown[]): unknown => {
  const [a, b, deep] = given
  if (!isRecord(a) || !isRecord(b)) throw new BadArgument('States.JsonMerge merges two objects')
  if (deep !== false)
    throw new BadArgument('The third argument of States.JsonMerge must be false: only the shallow merge is supported')
  const merged: Record<string, unknown> = {}
  for (const part of [a, b]) for (const key of Object.keys(part)) put(merged, key, part[key])
  return merged
}

const parse = (text: string): unknown => {
  if (text.trim() === '') return null
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new BadArgument('The argument of States.StringToJson must be a string of JSON')
  }
  if (faultOf(value) === 'deep') throw new BadArgument(`States.StringToJson reads at most ${maxDepth} levels`)
  return value
}

/**
 * The result of a call on arguments already evaluated.
 *
 * @throws BadArgument
 */
export const compute = (name: IntrinsicName, given: readonly unknown[], random: Random): unknown => {
  const miscounted = arityProblem({ name, arguments: given })
  if (miscounted !== undefined) throw new BadArgument(miscounted)
  const { bad, text, list, whole } = reader(name, given)
  switch (name) {
    case 'Array':
      return given
    case 'ArrayContains':
      return list(0).some((item) => isSame(item, given[1]))
    case 'ArrayGetItem': {
      const items = list(0)
      const index = whole(1)
      if (index < 0 || index >= items.length) throw bad(1, `an index of the array, which has ${items.length} items`)
      return items[index]
    }
    case 'ArrayLength':
      return list(0).length
    case 'ArrayPartition': {
      const size = whole(1)
      if (size <= 0) throw bad(1, 'positive')
      return partitioned(list(0), size)
    }
    case 'ArrayRange': {
      const [start, end, step] = [whole(0), whole(1), whole(2)]
      if (step === 0) throw bad(2, 'other than 0')
      if ((end - start) / step >= maxRange) throw new BadArgument(`States.ArrayRange makes at most ${maxRange} items`)
      return ranged(start, end, step)
    }
    case 'ArrayUnique': {
      const unique: unknown[] = []
      for (const item of list(0)) if (!unique.some((other) => isSame(other, item))) unique.push(item)
      return unique
    }
    case 'Base64Decode':
      return Buffer.from(text(0, maxText), 'base64').toString('utf8')
    case 'Base64Encode':
      return Buffer.from(text(0, maxText), 'utf8').toString('base64')
    case 'Format':
      return format(given)
    case 'Hash': {
      const hashed = digest(text(0, maxText), text(1))
      if (hashed === undefined) throw bad(1, 'one of MD5, SHA-1, SHA-256, SHA-384, SHA-512')
      return hashed
    }
    case 'JsonMerge':
      return merge(given)
    case 'JsonToString':
      return JSON.stringify(given[0])
    case 'MathAdd':
      return whole(0) + whole(1)
    case 'MathRandom': {
      const [least, end] = [whole(0), whole(1)]
      if (end <= least) throw bad(1, 'greater than the first')
      const draw = given.length > 2 ? javaRandom(whole(2)).nextDouble() : random.next()
      return least + Math.floor(draw * (end - least))
    }
    case 'StringSplit': {
      const separators = new Set(text(1))
      const pieces = ['']
      for (const char of text(0))
        if (separators.has(char)) pieces.push('')
        else pieces[pieces.length - 1] += char
      return pieces.filter((piece) => piece !== '')
    }
    case 'StringToJson':
      return parse(text(0))
    case 'UUID':
      return random.uuid()
  }
}
