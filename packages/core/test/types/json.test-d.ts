/** What JSON makes of types. Checked by tsc; nothing here runs. */
import type { Json, JsonValue } from '@orkestra/core'
import { expectTypeOf } from 'expect-type'

// Left as they are.
expectTypeOf<Json<string>>().toEqualTypeOf<string>()
expectTypeOf<Json<number | null>>().toEqualTypeOf<number | null>()
expectTypeOf<Json<'a' | true>>().toEqualTypeOf<'a' | true>()
expectTypeOf<Json<{ a: number; b?: string }>>().toEqualTypeOf<{ a: number; b?: string }>()
expectTypeOf<Json<readonly { a: 1 }[]>>().toEqualTypeOf<readonly { a: 1 }[]>()
expectTypeOf<Json<readonly [1, 'a']>>().toEqualTypeOf<readonly [1, 'a']>()
expectTypeOf<Json<JsonValue>>().toEqualTypeOf<JsonValue>()
expectTypeOf<Json<unknown>>().toEqualTypeOf<unknown>()
expectTypeOf<Json<never>>().toEqualTypeOf<never>()
// biome-ignore lint/suspicious/noExplicitAny: this is about any
expectTypeOf<Json<any>>().toBeAny()

// toJSON decides.
expectTypeOf<Json<Date>>().toEqualTypeOf<string>()
expectTypeOf<Json<URL>>().toEqualTypeOf<string>()
expectTypeOf<Json<{ toJSON(): Date }>>().toEqualTypeOf<string>()
expectTypeOf<Json<{ at: Date; list: Date[] }>>().toEqualTypeOf<{ at: string; list: string[] }>()

// Nothing, functions and symbols.
expectTypeOf<Json<undefined>>().toEqualTypeOf<null>()
expectTypeOf<Json<void>>().toEqualTypeOf<null>()
// biome-ignore lint/suspicious/noConfusingVoidType: this is about void
expectTypeOf<Json<{ a: void; n: 1 }>>().toEqualTypeOf<{ n: 1 }>()
expectTypeOf<Json<() => 1>>().toEqualTypeOf<null>()
expectTypeOf<Json<{ a: undefined; f: () => 1; s: symbol; n: 1 }>>().toEqualTypeOf<{ n: 1 }>()
expectTypeOf<Json<{ a: 1 | undefined }>>().toEqualTypeOf<{ a?: 1 }>()
expectTypeOf<Json<[undefined, () => 1, 1]>>().toEqualTypeOf<[null, null, 1]>()
expectTypeOf<Json<(number | undefined)[]>>().toEqualTypeOf<(number | null)[]>()

// What JSON has no word for.
expectTypeOf<Json<Map<string, number>>>().toEqualTypeOf<Record<string, never>>()
expectTypeOf<Json<Set<string>>>().toEqualTypeOf<Record<string, never>>()
expectTypeOf<Json<bigint>>().toEqualTypeOf<never>()
expectTypeOf<Json<{ [Symbol.iterator]: 1; a: 2 }>>().toEqualTypeOf<{ a: 2 }>()

// Unions, one by one; interfaces keep their name where nothing changes.
expectTypeOf<Json<Date | number>>().toEqualTypeOf<string | number>()
interface Item {
  readonly id: string
  readonly tags?: readonly string[]
}
expectTypeOf<Json<Item>>().toEqualTypeOf<Item>()
expectTypeOf<Json<Promise<Item>['then']>>().toEqualTypeOf<null>()

// Recursive types end.
interface Tree {
  readonly at: Date
  readonly kids: readonly Tree[]
}
expectTypeOf<Json<Tree>['kids'][number]['at']>().toEqualTypeOf<string>()
