/** What both query languages do with arrays. */

/** In pieces of `size`, the last one what is left. */
export const partitioned = (items: readonly unknown[], size: number): readonly (readonly unknown[])[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size))

/** From `start` up or down to `end`, which is part of it if a step reaches it. */
export const ranged = (start: number, end: number, step: number): readonly number[] => {
  const count = Math.floor((end - start) / step) + 1
  return Array.from({ length: Math.max(0, count) }, (_, i) => start + i * step)
}
