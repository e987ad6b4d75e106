/** Paths, intrinsic calls and payload templates of JSONPath states, made ready to be evaluated. */
import { type Argument, type IntrinsicCall, isIntrinsic, parseIntrinsic } from '../../language/intrinsic.ts'
import { isReferencePath, parsePath, type SyntaxProblem } from '../../language/path.ts'
import type { Path } from '../../language/pathTree.ts'
import { intrinsicFailure, type Place, runtimeFailure } from '../failure/failure.ts'
import { isRecord, put, shown } from '../payload/payload.ts'
import { checkDepth, literal, refusal, type Where } from '../plan/refuse.ts'
import { contextOf, type Thread } from '../thread/thread.ts'
import { lookUp } from '../thread/variables.ts'
import { TooMuchWork } from '../work/work.ts'
import { finderOf, whyMissing } from './evaluate.ts'
import { BadArgument, compute } from './intrinsics.ts'

/** Evaluates something against `$`, in a thread. */
export type Evaluate = (thread: Thread, input: unknown) => unknown

/** A path, made ready: what it finds or `undefined`, and where it looked. */
export interface ReadyPath {
  readonly path: Path
  readonly find: Evaluate
  /** What the path starts from. */
  readonly root: Evaluate
}

/** A thread as a place in an error's text. */
export const placeOf = (thread: Thread): Place => thread

const rootOf = (path: Path): Evaluate => {
  const { root } = path
  switch (root._tag) {
    case 'Input':
    case 'Current':
      return (_, input) => input
    case 'Context':
      return (thread) => contextOf(thread)
    case 'Variable':
      return (thread) => lookUp(thread.variables, root.name)
  }
}

const ready = (path: Path): ReadyPath => {
  const root = rootOf(path)
  const finder = finderOf(path)
  if (path.root._tag === 'Input' && path.segments.length === 0) return { path, root, find: root }
  return {
    path,
    root,
    find: (thread, input) => {
      const steps = thread.machine.limits.path
      try {
        return finder(root(thread, input), { left: steps })
      } catch (error) {
        if (error instanceof TooMuchWork)
          throw runtimeFailure(
            placeOf(thread),
            `Invalid path '${path.text}' : it takes more than ${steps} steps to evaluate`,
          )
        throw error
      }
    },
  }
}

/** A path with a filter that its library cannot compile: nobody knows that before it is evaluated. */
const broken = (text: string, { message }: SyntaxProblem): ReadyPath => ({
  path: { text, root: { _tag: 'Input' }, segments: [] },
  root: (_, input) => input,
  find: (thread) => {
    throw runtimeFailure(placeOf(thread), `Invalid path '${text}' : Could not compile inline filter: ${message}`)
  },
})

/** A path of the definition; what AWS is known to refuse is thrown as `refused` says. */
const pathOf = (text: string, refused: (problem: SyntaxProblem) => Error): ReadyPath => {
  const parsed = parsePath(text)
  if (parsed._tag === 'Right') return ready(parsed.right)
  if (parsed.left.isInFilter) return broken(text, parsed.left)
  throw refused(parsed.left)
}

/** A path of the definition, or an error about it. */
export const readyPath = (text: unknown, at: Where): ReadyPath => {
  if (typeof text !== 'string')
    throw refusal('ASL160', at, 'a path must be a string.', "Write a path such as '$.items'.")
  return pathOf(text, (problem) =>
    refusal(
      'ASL160',
      at,
      `${JSON.stringify(text)} is not a path: ${problem.message}, at character ${problem.at + 1}.`,
      "Write a path such as '$.items'.",
    ),
  )
}

/** A reference path on `$`, as `ResultPath` takes it. */
export const readyReference = (text: unknown, at: Where): Path => {
  const parsed = typeof text === 'string' ? parsePath(text) : undefined
  if (
    parsed === undefined ||
    parsed._tag === 'Left' ||
    !isReferencePath(parsed.right) ||
    parsed.right.root._tag !== 'Input'
  )
    throw refusal(
      'ASL161',
      at,
      `${JSON.stringify(text)} does not name one place in the input.`,
      'Name it by fields and single indices, as in "$.result".',
    )
  return parsed.right
}

/** The value at a path. @throws Failure in the words that AWS has for `InputPath` and `OutputPath`. */
export const atPath = ({ path, find, root }: ReadyPath, thread: Thread, input: unknown): unknown => {
  const found = find(thread, input)
  if (found === undefined)
    throw runtimeFailure(
      placeOf(thread),
      `Invalid path '${path.text}' : ${whyMissing(path, root(thread, input), { left: thread.machine.limits.path })}`,
    )
  return found
}

/** The value at a path. @throws Failure in the words that AWS has for the fields of a template. */
const ofField = ({ path, find, root }: ReadyPath, field: string): Evaluate => {
  return (thread, input) => {
    const found = find(thread, input)
    if (found === undefined)
      throw runtimeFailure(
        placeOf(thread),
        `The JSONPath '${path.text}' specified for the field '${field}' could not be found in the input '${shown(root(thread, input) ?? input)}'`,
      )
    return found
  }
}

const readyArgument = (argument: Argument, of: IntrinsicCall, isTemplate: boolean): Evaluate => {
  switch (argument._tag) {
    case 'Text': {
      const text = isTemplate ? argument.raw : argument.value
      return () => text
    }
    case 'Number':
    case 'Word':
      return () => argument.value
    case 'Call':
      return readyCall(argument.call)
    case 'Path': {
      const { path, find, root } = ready(argument.path)
      return (thread, input) => {
        const found = find(thread, input)
        if (found === undefined)
          throw runtimeFailure(
            placeOf(thread),
            `The function '${of.text}' had the following error: The JsonPath argument for the field '${path.text}' could not be found in the input '${shown(root(thread, input) ?? input)}'`,
          )
        return found
      }
    }
  }
}

const readyCall = (call: IntrinsicCall): Evaluate => {
  const given = call.arguments.map((argument, i) => readyArgument(argument, call, call.name === 'Format' && i === 0))
  return (thread, input) => {
    const values = given.map((argument) => argument(thread, input))
    try {
      return compute(call.name, values, thread.machine.random)
    } catch (error) {
      if (!(error instanceof BadArgument)) throw error
      throw intrinsicFailure(placeOf(thread), `The function '${call.text}' had the following error: ${error.message}`)
    }
  }
}

/** A path or an intrinsic call: what a field whose name ends in `.$` holds, and `ErrorPath` and `CausePath`. */
export const readyExpression = (text: unknown, field: string, at: Where): Evaluate => {
  const wrong = (why: string) =>
    refusal(
      'ASL163',
      at,
      `the value for the field '${field}' must be a path or an intrinsic call: ${why}.`,
      "Write a path such as '$.id', or States.Format('{}', $.id).",
    )
  if (typeof text !== 'string') throw wrong('it is not a string')
  if (isIntrinsic(text)) {
    const call = parseIntrinsic(text)
    if (call._tag === 'Left') throw wrong(`${call.left.message}, at character ${call.left.at + 1}`)
    return readyCall(call.right)
  }
  return ofField(
    pathOf(text, (problem) => wrong(`${problem.message}, at character ${problem.at + 1}`)),
    field,
  )
}

/** The parts of a template that stand for themselves are there once, for all who read them. */
const constant = (value: unknown, at: Where): Evaluate => {
  const own = literal(value, at)
  return () => own
}

/** A payload template: a literal but for the fields whose names end in `.$`. */
export const readyTemplate = (template: unknown, at: Where, depth = 0): Evaluate =>
  compileTemplate(template, at, depth) ?? constant(template, at)

/** Nothing for a template that is a literal altogether. */
const compileTemplate = (template: unknown, at: Where, depth: number): Evaluate | undefined => {
  checkDepth(depth, at)
  if (Array.isArray(template)) {
    const items = template.map((item, i) => compileTemplate(item, [...at, i], depth + 1))
    if (items.every((item) => item === undefined)) return undefined
    const all = items.map((item, i) => item ?? constant(template[i], [...at, i]))
    return (thread, input) => all.map((item) => item(thread, input))
  }
  if (!isRecord(template)) return undefined
  let isLiteral = true
  const entries = Object.keys(template).map((key): readonly [string, Evaluate] => {
    const value = template[key]
    const here = [...at, key]
    if (key.endsWith('.$')) {
      isLiteral = false
      return [key.slice(0, -2), readyExpression(value, key, here)]
    }
    const inner = compileTemplate(value, here, depth + 1)
    if (inner !== undefined) isLiteral = false
    return [key, inner ?? constant(value, here)]
  })
  if (isLiteral) return undefined
  return (thread, input) => {
    const made: Record<string, unknown> = {}
    for (const [key, evaluate] of entries) put(made, key, evaluate(thread, input))
    return made
  }
}
