/** A handler per schema library, each taking `{ id: '7', count: '3' }` and giving the count as a number. */
import { type Composed, compose, handlers } from '@orkestra/handler'
import { type } from 'arktype'
import * as Effect from 'effect/Schema'
import { expectTypeOf } from 'expect-type'
import * as v from 'valibot'
import * as yup from 'yup'
import * as z from 'zod'
import * as zm from 'zod/mini'
import { z as z3in4 } from 'zod/v3'
import { z as z3 } from 'zod-3'

export const zod4 = compose(
  { name: 'zod4', input: z.object({ id: z.string().min(1), count: z.string().transform(Number) }), output: z.number() },
  async ({ count }) => count,
)
expectTypeOf(zod4).toEqualTypeOf<Composed<{ id: string; count: string }, number>>()

export const zodMini = compose(
  {
    name: 'zodMini',
    input: zm.object({ id: zm.string().check(zm.minLength(1)), count: zm.pipe(zm.string(), zm.transform(Number)) }),
    output: zm.number(),
  },
  async ({ count }) => count,
)
expectTypeOf(zodMini).toEqualTypeOf<Composed<{ id: string; count: string }, number>>()

export const zod3 = compose(
  {
    name: 'zod3',
    input: z3.object({ id: z3.string().min(1), count: z3.string().transform(Number) }),
    output: z3.number(),
  },
  async ({ count }) => count,
)
expectTypeOf(zod3).toEqualTypeOf<Composed<{ id: string; count: string }, number>>()

export const zod3of4 = compose(
  {
    name: 'zod3of4',
    input: z3in4.object({ id: z3in4.string().min(1), count: z3in4.string().transform(Number) }),
    output: z3in4.number(),
  },
  async ({ count }) => count,
)
expectTypeOf(zod3of4).toEqualTypeOf<Composed<{ id: string; count: string }, number>>()

export const valibot = compose(
  {
    name: 'valibot',
    input: v.objectAsync({
      id: v.pipeAsync(
        v.string(),
        v.checkAsync(async (id) => id.length > 0, 'empty'),
      ),
      count: v.pipe(v.string(), v.transform(Number)),
    }),
    output: v.number(),
  },
  async ({ count }) => count,
)
expectTypeOf(valibot).toEqualTypeOf<Composed<{ id: string; count: string }, number>>()

export const arktype = compose(
  { name: 'arktype', input: type({ id: 'string >= 1', count: 'string.numeric.parse' }), output: type('number') },
  async ({ count }) => count,
)
expectTypeOf(arktype).toEqualTypeOf<Composed<{ id: string; count: string }, number>>()

export const yupped = compose(
  {
    name: 'yupped',
    input: yup.object({ id: yup.string().required(), count: yup.number().required() }),
    output: yup.number().required(),
  },
  async ({ count }) => count,
)
expectTypeOf(yupped).toEqualTypeOf<Composed<{ id: string; count: number }, number>>()

export const effect = compose(
  {
    name: 'effect',
    input: Effect.toStandardSchemaV1(Effect.Struct({ id: Effect.NonEmptyString, count: Effect.NumberFromString })),
    output: Effect.toStandardSchemaV1(Effect.Number),
  },
  async ({ count }) => count,
)
expectTypeOf(effect).parameter(0).toExtend<{ readonly id: string; readonly count: string }>()
expectTypeOf(effect).returns.resolves.toEqualTypeOf<number>()

// One schema alone, and within `handlers`.
export const { onlyInput, onlyOutput } = handlers({
  onlyInput: compose({ input: z3.object({ id: z3.string() }) }, async ({ id }) => id.length),
  onlyOutput: compose({ output: type({ id: 'string' }) }, async (n: number) => ({ id: `${n}` })),
})
expectTypeOf(onlyInput).toEqualTypeOf<Composed<{ id: string }, number>>()
expectTypeOf(onlyOutput).toEqualTypeOf<Composed<number, { id: string }>>()
