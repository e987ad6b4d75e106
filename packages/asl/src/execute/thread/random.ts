/** Chance, which a seed makes repeatable. */
import { randomUUID } from 'node:crypto'

export interface Random {
  /** From 0 to, but not including, 1. */
  readonly next: () => number
  /** A version 4 UUID. */
  readonly uuid: () => string
  /**
   * A stream for each branch or iteration, so that what it draws does not depend on who draws first. Nothing without a seed: there
   * all draw from one.
   */
  readonly fork: (() => (index: number) => Random) | undefined
}

/** Java's `java.util.Random`, which is behind `$random(seed)` and `States.MathRandom` with a seed. */
export const javaRandom = (seed: number): { readonly nextDouble: () => number } => {
  const mask = (1n << 48n) - 1n
  let state = (BigInt(Math.trunc(seed)) ^ 0x5deece66dn) & mask
  const bits = (count: bigint): bigint => {
    state = (state * 0x5deece66dn + 0xbn) & mask
    return state >> (48n - count)
  }
  return { nextDouble: () => Number((bits(26n) << 27n) + bits(27n)) / 2 ** 53 }
}

/** Of the system, or, with a seed, the same each time. */
export const createRandom = (seed: number | undefined): Random => {
  if (seed === undefined) return { next: Math.random, uuid: randomUUID, fork: undefined }
  const { nextDouble } = javaRandom(seed)
  const hex = (digits: number): string =>
    Array.from({ length: digits }, () => Math.floor(nextDouble() * 16).toString(16)).join('')
  return {
    next: nextDouble,
    fork: () => {
      const base = BigInt(Math.floor(nextDouble() * 2 ** 48))
      return (index) => createRandom(Number(BigInt.asUintN(48, (base + BigInt(index + 1)) * 0x5851f42d4c957f2dn)))
    },
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-${(8 + Math.floor(nextDouble() * 4)).toString(16)}${hex(3)}-${hex(12)}`,
  }
}
