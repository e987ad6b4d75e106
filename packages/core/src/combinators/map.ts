import type { Expression } from '../expressions/expression.ts'
import { fieldNames } from '../expressions/fields.ts'
import {
  dataOf,
  inputReference,
  ofInput,
  type Ref,
  type Reference,
  referenceTo,
  type Template,
  toExpression,
  type Value,
} from '../expressions/reference.ts'
import type { Given } from '../expressions/types.ts'
import type { After, AfterOrOf, Kind, Taken } from '../graph/fitting.ts'
import type { Each, Node } from '../graph/graph.ts'
import type { Outcome } from '../graph/outcome.ts'
import { type AnyStep, type Graph, graphOf, isStep, nodeOf, type Unchecked } from '../graph/step.ts'
import { type NameOptions, nameIn } from './annotate.ts'
import { boundInputIfRead } from './bind.ts'
import { captured } from './capture.ts'

/** How a `map` processes its items. */
export interface MapOptions extends NameOptions {
  /** How many items run at once; 0, the default, is as many as AWS allows (40 in an inline Map). */
  readonly maxConcurrency?: number
}

/** The input of an item's step, if it is not the item itself. */
export interface MapSelection<A, I, X> {
  /** Builds it from the item, the map's input, and the item's index from 0. Returns an object literal. */
  readonly selector: (item: Ref<A>, input: Ref<I>, index: Ref<number>) => X
}

/** An object with its fields written out. */
export type Fields = { readonly [field: string]: Template }

/** What a selector makes; before that is known, anything goes. */
type Selected<X> = [Fields] extends [X] ? never : Value<X>

/** The ways to call `map`; `mapCatch` is called in the same ways, with `Outcome`s coming out. */
interface Maps<Kind extends 'map' | 'mapCatch'> {
  /** Over the input. */
  <S, B, I = readonly Taken<S>[]>(step: OverInput<I, Given<ElementOf<I>>, S, B>): Graph<I, readonly Of<Kind, B>[]>
  /**
   * Over an array in the input, with a step that is the same for all items, or a function of the item and its index; or over the input, with
   * options. In one signature: of several, `tsc` would say no more than that none fits.
   */
  <W, A, B = never, S = never, C = never, I = ArrayFor<W>>(
    items: ((input: Ref<I>) => Reference<readonly A[]>) | OverInput<I, Given<ElementOf<I>>, W, C>,
    step: ItemOrOptions<A, S, B>,
  ): Graph<I, readonly Of<Kind, [W] extends [AnyStep] ? C : B>[]>
  /** Over an array in the input, with options. */
  <I, A, B, S = never>(
    items: (input: Ref<I>) => Reference<readonly A[]>,
    step: AfterOrOf<Given<A>, S, B, [item: Ref<A>, index: Ref<number>], 'an item'> | AnyBefore<A, S>,
    options: MapOptions & { readonly selector?: never },
  ): Graph<I, readonly Of<Kind, B>[]>
  /** Over an array in the input, the step getting what a selector makes. */
  <I, A, const X extends Fields, B, S = never>(
    items: (input: Ref<I>) => Reference<readonly A[]>,
    step: After<Given<Selected<X>>, S, B, 'what the selector gives'>,
    options: MapOptions & MapSelection<A, I, X>,
  ): Graph<I, readonly Of<Kind, B>[]>
}

/** What is done with each item; or options of a map whose step came first. */
type ItemOrOptions<A, S, B> = [S] extends [never]
  ?
      | AfterOrOf<Given<A>, S, B, [item: Ref<A>, index: Ref<number>], 'an item'>
      | AnyBefore<A, S>
      | (MapOptions & NoFunction)
  : [S] extends [AnyStep | ((...given: never) => unknown)]
    ? AfterOrOf<Given<A>, S, B, [item: Ref<A>, index: Ref<number>], 'an item'> | AnyBefore<A, S>
    : MapOptions & NoFunction

/** What is done with each item of an input. */
type OverInput<I, A, S, B> = [I] extends [readonly unknown[]]
  ? After<A, S, B, 'an item'>
  : [keyof I] extends [never] // of unknown type
    ? After<unknown, S, B, 'an item'>
    :
        | NoArray<`the output of the step before it is ${Kind<I>}, no array: map((input) => input.items, step)`>
        | Extract<S, never>

/** Nothing fits, for the reason that is given. */
interface NoArray<_Reason> {
  readonly '~none': never
}

/** Of what is not an array, what no step takes. */
type ElementOf<I> = I extends readonly (infer A)[] ? A : unknown

/** The array that a map needs. */
type ArrayFor<S> = [S] extends [AnyStep] ? readonly Taken<S>[] : unknown

/** TypeScript looks at a step that is written in place before it looks at the callback that finds the items: then any step goes. */
type AnyBefore<A, S> = unknown extends A ? ([S] extends [AnyStep] ? Unchecked : never) : never

/** What functions are not: they have names, and would pass for options. */
interface NoFunction {
  readonly call?: never
}

type Of<Kind, B> = Kind extends 'mapCatch' ? Outcome<B> : B

/** The item's index, as the context has it inside a map. */
const indexOfItem = (): Ref<number> => referenceTo({ _tag: 'Context' }, ['Map', 'Item', 'Index'])

/** @throws RangeError when it is not a whole number. */
export const checkConcurrency = (place: string, maxConcurrency: number | undefined): void => {
  if (maxConcurrency !== undefined && (!Number.isInteger(maxConcurrency) || maxConcurrency < 0))
    throw new RangeError(`${place}: maxConcurrency must be an integer, zero or more, got ${String(maxConcurrency)}`)
}

type Items = (input: Ref<unknown>) => unknown
type AnyItemStep = (item: Ref<unknown>, index: Ref<number>) => AnyStep
interface AnyOptions extends MapOptions {
  readonly selector?: MapSelection<unknown, unknown, unknown>['selector'] | undefined
}

/**
 * The array that a map goes over. A literal one is refused: it would be `pass` before the map, whose items have types.
 *
 * @throws TypeError when the callback gives no reference.
 */
export const itemsOf = (place: string, items: Items): Expression => {
  const expression = ofInput(place, items)
  if (expression._tag === 'Reference' || expression._tag === 'Call' || expression._tag === 'Source') return expression
  throw new TypeError(
    `${place}: expected a reference to an array, as (input) => input.items. For an array of your own, put pass(() => […]) before the map.`,
  )
}

/**
 * What a selector gives. In JSONPath an `ItemSelector` is an object, and so it is here.
 *
 * @throws TypeError when it gives anything but an object with its fields written out.
 */
export const selectorOf = (
  place: string,
  selector: MapSelection<unknown, unknown, unknown>['selector'],
): Expression => {
  const item: Ref<unknown> = referenceTo({ _tag: 'Context' }, ['Map', 'Item', 'Value'])
  return fieldsIn(
    `${place}, selector`,
    dataOf(`${place}, selector`, () => selector(item, inputReference(), indexOfItem())),
  )
}

/** @throws TypeError when a template is anything but an object with its fields written out. */
export const fieldsIn = (place: string, template: unknown): Expression => {
  const expression = toExpression(place, template)
  if (fieldNames(expression) === undefined)
    throw new TypeError(`${place}: expected an object with its fields written out, as ({ id: item.id }).`)
  return expression
}

const isComposed = (step: unknown): boolean => typeof step !== 'function' || isStep(step)

/** The step of each item; `over` it is made `map` or `mapCatch`. */
const construct = (
  place: 'map' | 'mapCatch',
  over: (item: AnyStep) => Node,
  items: Items | undefined,
  step: AnyStep | AnyItemStep,
  options: AnyOptions,
): Graph<never, unknown> => {
  const { maxConcurrency, selector } = options
  checkConcurrency(place, maxConcurrency)
  if (selector !== undefined && items === undefined)
    throw new TypeError(
      `${place}: a selector needs the array before it: ${place}((input) => input.items, step, { selector })`,
    )
  const item = over(
    isComposed(step)
      ? (step as AnyStep)
      : (boundInputIfRead(place, (value) => (step as AnyItemStep)(value, indexOfItem())) as AnyStep),
  )
  const node: Each = {
    _tag: 'Map',
    item,
    ...(items !== undefined && { items: itemsOf(`${place}, items`, items) }),
    ...(selector !== undefined && { selector: selectorOf(place, selector) }),
    ...(maxConcurrency && { maxConcurrency }),
    ...nameIn(place, options),
  }
  return graphOf(node)
}

const isOptions = (value: unknown): boolean =>
  value === undefined ||
  (typeof value === 'object' &&
    value !== null &&
    Object.keys(value).every((key) => key === 'maxConcurrency' || key === 'selector' || key === 'name'))

/** A plain function instead of a step is an error of its own, not a callback. */
const called =
  (place: 'map' | 'mapCatch', over: (item: AnyStep) => Node) =>
  (first: unknown, second?: unknown, third: AnyOptions = {}): Graph<never, unknown> =>
    isComposed(first) || isOptions(second)
      ? construct(place, over, undefined, nodeOf(first as AnyStep, place) as AnyStep, (second ?? {}) as AnyOptions)
      : construct(place, over, first as Items, second as AnyStep | AnyItemStep, third)

/**
 * Runs a step for each element of an array: the input, or an array that a callback selects from the input. The first error of an item fails the map.
 * An inline step can be a function, which gets the item as a variable, as in `bind`, and its index from 0; name the item even if you do not read it: `(_) => …`. In a
 * nested map the index is the inner map's: `bind` the outer one first. With a `selector`, the step gets the selector's result.
 *
 * `map(identity())` is `identity()` on arrays.
 *
 * @example seq(listOrders, map(price, { maxConcurrency: 5 })) // readonly Price[]
 * @example seq(order, map((o) => o.lines, (line, index) => pass((l) => ({ sku: l.sku, index }))))
 * @example seq(order, map((o) => o.lines, ship, { selector: (line, o) => ({ sku: line.sku, to: o.address }) }))
 * @throws TypeError when there is no step, the callback returns no reference, or the selector something that is neither JSON nor a
 *   reference; RangeError when maxConcurrency is not a whole number.
 */
export const map: Maps<'map'> = /* @__PURE__ */ called('map', (step) => nodeOf(step, 'map')) as Maps<'map'>

/**
 * Runs a step for each element; an error of an item becomes that item's output, `{ Error, Cause }`. Takes the same arguments as `map`.
 *
 * `mapCatch(s)` is `map(capture(s))`.
 *
 * @example seq(listOrders, mapCatch(price)) // readonly Outcome<Price>[]
 * @example seq(order, mapCatch((o) => o.lines, ship))
 * @throws as `map` does.
 */
export const mapCatch: Maps<'mapCatch'> = /* @__PURE__ */ called('mapCatch', (step) =>
  captured(step, 'mapCatch'),
) as Maps<'mapCatch'>
