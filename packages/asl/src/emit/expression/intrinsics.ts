/**
 * Expressions as calls of intrinsic functions. Not all can be said; what cannot is added to a list of problems, so that all of them are
 * reported at once. https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html
 */
import { type Expression, showExpression } from '@orkestra/core'
import { type IntrinsicCall, isIntrinsic, maxNesting } from '../../language/intrinsic.ts'
import { parsePath } from '../../language/path.ts'
import type { Path as Parsed } from '../../language/pathTree.ts'
import { rootPlace } from '../../validate/report/place.ts'
import { createReport } from '../../validate/report/report.ts'
import { checkIntrinsic } from '../../validate/values/intrinsics.ts'
import { called, escape, intrinsicCalls, literal, type Writing, type Written } from './intrinsicCalls.ts'
import { type Names, pathOf, quotedReference, sourceText } from './paths.ts'
import { type Problem, report, toJsonata } from './problem.ts'

/** JSON with a place for each value that is not known, and those values, as texts of JSON. */
const jsonPieces = (expression: Expression, writing: Writing, values: (Written | undefined)[]): string => {
  switch (expression._tag) {
    case 'Literal':
      if (expression.isPlaceholder) break
      return escape(JSON.stringify(expression.value))
    case 'Object': {
      const fields = expression.fields.map(
        ([key, value]) => `${escape(JSON.stringify(key))}:${jsonPieces(value, writing, values)}`,
      )
      return `\\{${fields.join(',')}\\}`
    }
    case 'Array':
      return `[${expression.items.map((item) => jsonPieces(item, writing, values)).join(',')}]`
    case 'Reference':
    case 'Call':
    case 'Compare':
    case 'Ask':
    case 'Matches':
    case 'And':
    case 'Or':
    case 'Not':
    case 'Source':
      break
  }
  values.push(called('JsonToString', [argument(expression, writing)]))
  return '{}'
}

/** An object of references inside of a call: its JSON, put together as a text and read again. */
const jsonOf = (expression: Expression, writing: Writing): Written | undefined => {
  const values: (Written | undefined)[] = []
  const text = jsonPieces(expression, writing, values)
  return called('StringToJson', [called('Format', [{ text: `'${text}'`, nesting: 0 }, ...values])])
}

const nestingOf = (call: IntrinsicCall): number =>
  1 + Math.max(0, ...call.arguments.map((given) => (given._tag === 'Call' ? nestingOf(given.call) : 0)))

/** Text of the user's: a path or a call, which is read as AWS reads it. */
const source = (expression: Expression & { readonly _tag: 'Source' }, writing: Writing): Written | undefined => {
  const { problems } = writing
  if (expression.language !== 'JSONPath')
    return report(problems, expression, 'it is written in JSONata', `${toJsonata}, or write it with jsonPath(…).`)
  const quoted = quotedReference(expression)
  if (quoted !== undefined)
    return report(
      problems,
      expression,
      `${showExpression(quoted)} is between quotes, where JSONPath reads it as text`,
      "Write jsonPath`States.Format('Hello {}', ${order.name})`.",
    )
  let nesting = 0
  const text = sourceText(expression, (part) => {
    const written = argument(part, writing)
    nesting = Math.max(nesting, written?.nesting ?? 0)
    return written?.text
  })
  if (text === undefined) return undefined
  const given: Parsed[] = []
  if (isIntrinsic(text)) {
    // The validator's own check: what it calls an error is not emitted.
    const found = createReport()
    const call = checkIntrinsic(text, rootPlace, found, (path) => given.push(path))
    const error = found.findings.find(({ severity }) => severity === 'error')
    if (error !== undefined) return report(problems, expression, error.message.replace(/\.$/, ''), error.hint)
    if (call !== undefined) nesting = nestingOf(call)
  } else {
    const parsed = parsePath(text)
    if (parsed._tag === 'Left')
      return report(
        problems,
        expression,
        `it is not a path and no call of an intrinsic function: ${parsed.left.message}`,
        "Write a path such as jsonPath('$.items[*].price'), or a call such as jsonPath('States.UUID()').",
      )
    given.push(parsed.right)
  }
  // The names of variables are not the user's: only a reference tells which is meant.
  const stray = expression.pieces === undefined ? given.find(({ root }) => root._tag === 'Variable') : undefined
  return stray === undefined
    ? { text, nesting }
    : report(
        problems,
        expression,
        `there is no variable ${stray.text}`,
        'Put the reference itself into the text: jsonPath`${order}.lines[*]`.',
      )
}

/** What stands inside the parentheses of a call, or is the whole of a field. */
const argument = (expression: Expression, writing: Writing): Written | undefined => {
  const { names, problems } = writing
  switch (expression._tag) {
    case 'Literal':
      // Filled in before Step Functions reads it: its braces are not part of the text.
      return expression.isPlaceholder ? { text: `'${expression.value}'`, nesting: 0 } : literal(expression.value)
    case 'Array':
      return called(
        'Array',
        expression.items.map((item) => argument(item, writing)),
      )
    case 'Object':
      return jsonOf(expression, writing)
    case 'Call':
      return intrinsicCalls[expression.name]({
        expression,
        given: expression.arguments,
        writing,
        argument: (part) => argument(part, writing),
      })
    case 'Reference': {
      const text = pathOf(expression, names)
      if (text !== undefined) return { text, nesting: 0 }
      return expression.root._tag === 'Computed'
        ? report(
            problems,
            expression,
            'JSONPath has no path into what a function gives',
            `${toJsonata}, or compute it in a pass before and refer to that.`,
          )
        : report(
            problems,
            expression,
            expression.root._tag === 'Item'
              ? 'JSONPath makes nothing of each element'
              : 'the variable is read outside its bind',
            expression.root._tag === 'Item' ? `${toJsonata}.` : 'Use it inside the callback that receives it.',
          )
    }
    case 'Source':
      return source(expression, writing)
    case 'Compare':
    case 'Ask':
    case 'Matches':
    case 'And':
    case 'Or':
    case 'Not':
      return report(
        problems,
        expression,
        'JSONPath has conditions in choices only, not as values',
        `${toJsonata}, or use choice.`,
      )
  }
}

/**
 * An expression as a path or a call of an intrinsic function: what a field whose name ends in `.$` holds. `undefined` where there is
 * none, and then there is a problem more.
 *
 * @example intrinsicOf(toExpression('', add(i.a, 1)), () => undefined, problems) // 'States.MathAdd($.a, 1)'
 */
export const intrinsicOf = (expression: Expression, names: Names, problems: Problem[]): string | undefined => {
  const written = argument(expression, { names, problems })
  if (written === undefined) return undefined
  return written.nesting > maxNesting
    ? report(
        problems,
        expression,
        `calls nest ${written.nesting} levels deep, and AWS takes ${maxNesting}`,
        'Compute a part of it in a pass before.',
      )
    : written.text
}
