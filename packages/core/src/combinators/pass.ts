import { type Checked, ofInput, type Ref, type Value } from '../expressions/reference.ts'
import { type Graph, graphOf } from '../graph/step.ts'
import { type NameOptions, nameIn } from './annotate.ts'

/**
 * Computes its output from its input, without a Lambda function: the callback gets a typed reference to the input and returns plain data that contains
 * references. It runs once, when the workflow is built.
 *
 * @example seq(order, pass((o) => ({ id: o.id, firstTag: get(o.tags, 0), source: 'web' })))
 * @example pass((o) => ({ id: o.id }), { name: 'Take the id' }) // a state of its own, which `named` makes as well
 * @throws TypeError when something in the data is neither JSON nor a reference; the message says where.
 */
export const pass = <I, const X>(make: (input: Ref<I>) => X & Checked<X>, options?: NameOptions): Graph<I, Value<X>> =>
  graphOf({ _tag: 'Pass', value: ofInput('pass', make), ...nameIn('pass', options) })
