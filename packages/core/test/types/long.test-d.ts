/** Sequences far longer than the ladder of signatures. Checked by tsc; nothing here runs. */
import { type Graph, seq, task } from '@orkestra/core'
import { expectTypeOf } from 'expect-type'

const a = task<0, 1>('a')
const b = task<1, 0>('b')

// biome-ignore format: ten steps a line
const hundred = seq(
  a, b, a, b, a, b, a, b, a, b,
  a, b, a, b, a, b, a, b, a, b,
  a, b, a, b, a, b, a, b, a, b,
  a, b, a, b, a, b, a, b, a, b,
  a, b, a, b, a, b, a, b, a, b,
  a, b, a, b, a, b, a, b, a, b,
  a, b, a, b, a, b, a, b, a, b,
  a, b, a, b, a, b, a, b, a, b,
  a, b, a, b, a, b, a, b, a, b,
  a, b, a, b, a, b, a, b, a, b,
  a,
)
expectTypeOf(hundred).toEqualTypeOf<Graph<0, 1>>()

// biome-ignore format: ten steps a line
seq(
  a, b, a, b, a, b, a, b, a, b,
  a, b, a, b, a, b, a, b, a, b,
  a, b, a, b, a, b, a, b, a, b,
  a, b, a, b, a, b, a, b, a, b,
  a, b, a, b, a, b, a, b, a, b,
  a, b, a, b, a, b, a, b, a, b,
  a, b, a, b, a, b, a, b, a, b,
  // @ts-expect-error the second b takes what an a gives
  a, b, b, a, b, a, b, a, b, a,
  a, b, a, b, a, b, a, b, a, b,
)
