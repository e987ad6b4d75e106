/** JSONPath states: paths, reference paths and payload templates. */

import { unsupported } from '../../language/dialect.ts'
import { isReferencePath, parsePath } from '../../language/path.ts'
import type { Path } from '../../language/pathTree.ts'
import type { Code } from '../codes/codes.ts'
import { hasPlaceholder, isObject } from '../outline/fields.ts'
import type { StateEntry } from '../outline/outline.ts'
import { type Place, within } from '../report/place.ts'
import type { Report } from '../report/report.ts'
import { quoted, shown } from '../report/wording.ts'
import { checkIntrinsic, looksIntrinsic } from './intrinsics.ts'
import type { Variables } from './variables.ts'

export interface PathCheck {
  /** A path to any number of nodes. */
  readonly path: (code: Code, text: string, place: Place, state: StateEntry) => void
  /** A path to one node. */
  readonly reference: (code: Code, text: string, place: Place, state: StateEntry) => void
  /** Where a result goes. */
  readonly resultPath: (text: string, place: Place) => void
  /** A path, or a call that gives a text. */
  readonly textPath: (text: string, place: Place, state: StateEntry) => void
  /** A payload template. */
  readonly template: (value: unknown, place: Place, state: StateEntry, use?: TemplateUse) => void
}

export interface TemplateUse {
  /** The values of an Assign: what they read is as it was before the state. */
  readonly isAssign?: boolean
  /** A Map's selector, where `$$.Map.Item` stands for the item. */
  readonly isItemSelector?: boolean
}

/** `$`, or fields below it: nothing to be found wrong here. */
const plainPath = /^\$(?:\.[A-Za-z_][\w-]*)*$/
/** A pattern with a loop needs room in proportion; longer texts go to the parser at once. */
const longestPlain = 1_000

const isPlain = (text: string): boolean => text.length <= longestPlain && plainPath.test(text)

/** What looks as if it were meant to be evaluated. */
const evaluable = /^\$(?:$|\$?[.[])/

const startOf = (path: Path): string => {
  const names: string[] = []
  for (const segment of path.segments) {
    if (segment._tag !== 'Field') break
    names.push(segment.name)
  }
  return names.join('.')
}

/** Calls that give a text. */
const givesText: ReadonlySet<string> = new Set([
  'Format',
  'JsonToString',
  'ArrayGetItem',
  'Base64Encode',
  'Base64Decode',
  'Hash',
  'UUID',
])

/** The checks of paths and templates, which report and say which variables are read. */
export const createPathCheck = (report: Report, variables: Variables): PathCheck => {
  /** What a path starts from is there, where it stands. */
  const checkRoot = (path: Path, place: Place, state: StateEntry, use: TemplateUse): void => {
    for (const feature of unsupported(path))
      report.warn(
        'ASL178',
        place,
        `${quoted(path.text)}: ${feature}.`,
        'Use an intrinsic function, a Choice state or JSONata.',
      )
    if (path.root._tag === 'Variable') variables.read(path.root.name, place, state, use.isAssign === true)
    if (path.root._tag !== 'Context') return
    const start = startOf(path)
    if (start.startsWith('Task') && state.type !== 'Task')
      report.warn(
        'ASL169',
        place,
        `$$.Task is available in Task states only, and this is a ${state.type ?? 'state of no known type'}.`,
        'Read the token in the Task that waits for it.',
      )
    else if (/^Map(?:\.|$)/.test(start) && use.isItemSelector !== true && !state.scope.isInMap)
      report.warn(
        'ASL169',
        place,
        "$$.Map.Item is available only in a Map state's ItemSelector and in the states inside the Map.",
        'Read it there, and pass it on.',
      )
  }

  const read = (code: Code, text: string, place: Place, state: StateEntry, use: TemplateUse = {}): Path | undefined => {
    if (isPlain(text) || hasPlaceholder(text)) return undefined
    if (looksIntrinsic(text)) {
      report.error(
        'ASL177',
        place,
        'an intrinsic function is not allowed here.',
        'Call it in a template, under a key that ends in ".$", and use the path of its result here.',
      )
      return undefined
    }
    const parsed = parsePath(text)
    if (parsed._tag === 'Left') {
      const say = parsed.left.isInFilter ? report.warn : report.error
      say(
        code,
        place,
        `${quoted(text)} is not a path: at character ${parsed.left.at + 1}, ${parsed.left.message}.`,
        text.startsWith('{%')
          ? 'Expressions are JSONata; set "QueryLanguage": "JSONata" on the state.'
          : 'Write it as "$.field", "$$.Execution.Id" or "$variable.field".',
      )
      return undefined
    }
    checkRoot(parsed.right, place, state, use)
    return parsed.right
  }

  const reference = (code: Code, text: string, place: Place, state: StateEntry): void => {
    const path = read(code, text, place, state)
    if (path !== undefined && !isReferencePath(path))
      report.error(
        code === 'ASL144' || code === 'ASL073' ? 'ASL162' : code,
        place,
        `${quoted(text)} may select several nodes, and exactly one is needed here.`,
        'Use a reference path: fields and single indices, such as "$.a.b[0]".',
      )
  }

  const resultPath = (text: string, place: Place): void => {
    if (isPlain(text) || hasPlaceholder(text)) return
    const parsed = parsePath(text)
    const problem =
      parsed._tag === 'Left'
        ? `${quoted(text)} is not a path: at character ${parsed.left.at + 1}, ${parsed.left.message}.`
        : parsed.right.root._tag !== 'Input'
          ? `${quoted(text)} is not in the input; a result can only go into the input.`
          : isReferencePath(parsed.right)
            ? undefined
            : `${quoted(text)} may select several nodes, and a result goes into one.`
    if (problem !== undefined)
      report.error(
        'ASL161',
        place,
        problem,
        'Use null, "$" or a reference path such as "$.result"; to keep a value in a variable, use "Assign".',
      )
  }

  const intrinsic = (text: string, place: Place, state: StateEntry, use: TemplateUse) =>
    checkIntrinsic(text, place, report, (path) => checkRoot(path, place, state, use))

  const textPath = (text: string, place: Place, state: StateEntry): void => {
    if (!looksIntrinsic(text)) {
      reference('ASL082', text, place, state)
      return
    }
    const call = intrinsic(text, place, state, {})
    if (call !== undefined && !givesText.has(call.name))
      report.error(
        'ASL082',
        place,
        `States.${call.name} does not return a string, and an error and its cause are strings.`,
        'Wrap it in States.Format or States.JsonToString.',
      )
  }

  const dynamic = (key: string, value: unknown, place: Place, state: StateEntry, use: TemplateUse): void => {
    if (typeof value !== 'string')
      report.error(
        'ASL163',
        place,
        `the value of ${quoted(key)} is ${shown(value)}; a key that ends in ".$" takes a path or a call.`,
        `Rename the key to ${quoted(key.slice(0, -2))} if the value is a literal.`,
      )
    else if (looksIntrinsic(value)) intrinsic(value, place, state, use)
    else read('ASL163', value, place, state, use)
  }

  const template = (root: unknown, place: Place, state: StateEntry, use: TemplateUse = {}): void => {
    const open: { readonly value: object; readonly place: Place }[] = []
    if (typeof root === 'object' && root !== null) open.push({ value: root, place })
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const { value, place: here } = next
      if (Array.isArray(value)) {
        for (let i = value.length - 1; i >= 0; i -= 1) {
          const inner: unknown = value[i]
          if (typeof inner === 'object' && inner !== null) open.push({ value: inner, place: within(here, i) })
        }
        continue
      }
      if (!isObject(value)) continue
      for (const key of Object.keys(value)) {
        const inner = value[key]
        if (key.endsWith('.$')) {
          if (inner !== undefined) dynamic(key, inner, within(here, key), state, use)
          const plain = key.slice(0, -2)
          if (Object.hasOwn(value, plain))
            report.warn(
              'ASL164',
              within(here, key),
              `${quoted(key)} and ${quoted(plain)} set the same field.`,
              'Keep one of them.',
              'key',
            )
        } else if (typeof inner === 'object' && inner !== null) open.push({ value: inner, place: within(here, key) })
        else if (typeof inner === 'string' && (evaluable.test(inner) || looksIntrinsic(inner)))
          report.warn(
            'ASL166',
            within(here, key),
            `${quoted(inner)} looks like a path or a call, but is used as plain text.`,
            `Name the field ${quoted(`${key}.$`)} to evaluate it.`,
          )
      }
    }
  }

  return {
    path: (code, text, place, state) => {
      read(code, text, place, state)
    },
    reference,
    resultPath,
    textPath,
    template,
  }
}
