/** A place of the graph on its way to be a state. */
import type { Expression, Node, RetryPolicy } from '@orkestra/core'
import {
  type Assignment,
  blank,
  type Draft,
  type DraftCatcher,
  type DraftScope,
  equate,
  type Payload,
  payloadOf,
} from '../draft/draft.ts'
import type { EmitOptions } from '../options.ts'
import type { Environment, Variables } from './scope.ts'

/** A piece of the graph to be lowered. */
export interface Piece {
  readonly node: Node
  /** What becomes its first state. */
  readonly entry: Draft
  /** Where it leads; `null` is the end of the scope. */
  readonly next: Draft | null
  readonly input: Payload
  readonly output: Payload
  readonly scope: DraftScope
  readonly environment: Environment | undefined
  /** The retries and catches that its own state carries. */
  readonly retries: readonly RetryPolicy[]
  readonly catchers: readonly DraftCatcher[]
  /** A comment and a name from around it, for the state that does its work. */
  readonly comment: string | undefined
  readonly given: string | undefined
}

/** What is under way. */
export interface Lowering {
  readonly options: EmitOptions
  readonly variables: Variables
  /** What is still to be done, the next last. */
  readonly todo: (Piece | (() => void))[]
  /** All scopes, outer ones before inner ones. */
  readonly scopes: DraftScope[]
}

const none: readonly never[] = []

/** A piece that no guard is around. */
export const plainly = (
  node: Node,
  entry: Draft,
  next: Draft | null,
  input: Payload,
  output: Payload,
  { scope, environment }: Pick<Piece, 'scope' | 'environment'>,
): Piece => ({
  node,
  entry,
  next,
  input,
  output,
  scope,
  environment,
  retries: none,
  catchers: none,
  comment: undefined,
  given: undefined,
})

/** Makes a place the state of a piece. */
export const fill = (piece: Piece, kind: Draft['kind'], label: string): Draft => {
  const { entry, node } = piece
  entry.kind = kind
  entry.node = node
  entry.label = label
  entry.given = node.stateName ?? piece.given
  entry.comment = node.comment ?? piece.comment
  entry.input = piece.input
  entry.next = piece.next
  entry.retries = piece.retries
  entry.catchers = piece.catchers
  return entry
}

/** What a Pass does besides handing its input on. */
export interface Passing {
  readonly output?: Expression
  readonly assigns?: readonly Assignment[]
}

/** Makes a place a Pass that belongs to a piece, but is not its state. */
export const fillPass = (
  entry: Draft,
  label: string,
  input: Payload,
  next: Draft | null,
  { output, assigns = none }: Passing,
): Draft => {
  entry.kind = 'Pass'
  entry.label = label
  entry.input = input
  entry.next = next
  entry.output = output
  entry.assigns = assigns
  return entry
}

/** A new scope, its start to be filled. */
export const openScope = (lowering: Lowering, comment: string | undefined, isWrapped: boolean): DraftScope => {
  const scope: DraftScope = { start: blank(), comment, isWrapped, isPlain: true, isGone: false, order: undefined }
  lowering.scopes.push(scope)
  return scope
}

/** What comes after ways that join: a payload that is known where all of them hand on the same, and none where none hands on any. */
export const joined = (outputs: readonly Payload[], output: Payload): void => {
  const alive = outputs.map(payloadOf).filter(({ isNever }) => !isNever)
  const [first] = alive
  if (first === undefined) payloadOf(output).isNever = true
  else if (alive.every((one) => one === first)) equate(output, first)
}
