/** Text of a query language, with references of the workflow in it. */
import type { Expression } from './expression.ts'
import { computed, type Ref as InPayload, type Template, toExpression } from './reference.ts'
import { showExpression } from './show.ts'
import type { Elsewhere } from './types.ts'

type Ref<T> = InPayload<T, Elsewhere>

type Written = (text: string | TemplateStringsArray, ...given: readonly unknown[]) => unknown

const source =
  (language: 'JSONPath' | 'JSONata', name: 'jsonPath' | 'jsonata'): Written =>
  (text, ...given) => {
    if (typeof text === 'object') {
      // What is written is what the language gets, so that `\\d` need not be `\\\\d`; only JavaScript's own marks are taken back.
      const pieces = text.raw.map((piece) => piece.replace(/\\(`|\$\{)/g, '$1'))
      const references = given.map((value, i) => toExpression(`${name}, value ${i + 1}`, value))
      if (references.length === 0) return source(language, name)(pieces[0] as string)
      const shown = pieces.reduce(
        (all, piece, i) => `${all}\${${showExpression(references[i - 1] as Expression)}}${piece}`,
      )
      return computed(
        Object.freeze({
          _tag: 'Source',
          language,
          source: shown,
          pieces: Object.freeze(pieces),
          arguments: Object.freeze(references),
        }),
      )
    }
    if (typeof text !== 'string' || text.trim() === '')
      throw new TypeError(`${name}: expected an expression, got ${JSON.stringify(text)}`)
    return computed(Object.freeze({ _tag: 'Source', language, source: text }))
  }

/** Text of a query language: as it is, or a template with references in it. */
interface Text {
  <T = unknown>(text: string): Ref<T>
  <T = unknown>(text: TemplateStringsArray, ...references: readonly Template[]): Ref<T>
}

/**
 * A JSONata expression, as written between `{%` and `%}`, which may contain references; you state the type. Use it for what these functions cannot express; the
 * workflow then needs JSONata. `emit` rejects invalid JSONata.
 *
 * @example pass((i) => ({ name: jsonata<string>`$trim(${i.name})` }))
 */
export const jsonata: Text = /* @__PURE__ */ source('JSONata', 'jsonata') as Text

/**
 * A JSONPath path or intrinsic function; you state the type. See `jsonata`.
 *
 * @example pass((i) => ({ prices: jsonPath<number[]>`${i.items}[*].price` }))
 */
export const jsonPath: Text = /* @__PURE__ */ source('JSONPath', 'jsonPath') as Text
