/** A step beside which the payload is kept. */
import type { Expression, Keep } from '@orkestra/core'
import { blank, type Draft, equate, freshPayload, reading, theInput } from '../draft/draft.ts'
import { fillPass, type Lowering, type Piece, plainly } from './piece.ts'
import { type Environment, holding } from './scope.ts'

/** An object with another field in it. */
export const withField = (object: Expression, key: string, value: Expression): Expression => ({
  _tag: 'Call',
  name: 'merge',
  arguments: [object, { _tag: 'Object', fields: [[key, value]] }],
})

/** Sees to it that a payload can still be read later: from where on, how, and by which states. */
export const held = (
  lowering: Lowering,
  piece: Piece,
  words: string,
): { readonly entry: Draft; readonly value: Expression; readonly environment: Environment | undefined } => {
  const known = holding(piece.input, piece.environment)
  if (known !== undefined) return { entry: piece.entry, value: known, environment: piece.environment }
  const variable = lowering.variables.fresh(words, piece.input)
  const entry = blank()
  fillPass(piece.entry, `Keep ${words}`, piece.input, entry, { assigns: [{ variable, value: theInput }] })
  piece.scope.isPlain = false
  const value = reading(variable)
  return { entry, value, environment: { level: undefined, payload: piece.input, value, outer: piece.environment } }
}

export const lowerKeep = (lowering: Lowering, piece: Piece, node: Keep): void => {
  const { body, key } = node
  const { entry, value, environment } = held(lowering, piece, 'input')
  const after = blank()
  const output = freshPayload()
  fillPass(after, key === undefined ? 'Restore input' : `Keep ${key}`, output, piece.next, {
    output: key === undefined ? value : withField(value, key, theInput),
  })
  if (key === undefined) equate(piece.output, piece.input)
  piece.scope.isPlain = false
  const inside = plainly(body, entry, after, piece.input, output, { scope: piece.scope, environment })
  const [comment, given] = [node.comment ?? piece.comment, node.stateName ?? piece.given]
  const isState = body._tag === 'Task' || body._tag === 'Par' || body._tag === 'Map'
  // A name is the one state's that does the work; of several it is that of the state which puts the output into its field.
  if (!isState) after.given = given
  lowering.todo.push({ ...inside, comment, given: isState && body.stateName === undefined ? given : undefined })
}
