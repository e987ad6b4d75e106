/** Documents that somebody broke, the same for the same seed. */

/** Mulberry32: small, and good enough to break things with. */
export const createRandom = (from: number) => {
  let state = from
  return (below: number): number => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}

const awkward: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  '',
  ' ',
  'constructor',
  '__proto__',
  '$',
  '$$',
  '$.',
  '$..',
  '$.a[',
  '$.a[?(@.b)]',
  '$..*',
  '$.a[?(@.x =~ /(a+)+$/)]',
  '$x.y',
  "States.Format('{}')",
  'States.UUID()',
  'States.ArrayRange(0, 999999999, 1)',
  '{%%}',
  '{% 1 + %}',
  '{% $states.input.constructor %}',
  '{% {}.__proto__ %}',
  '{% [1..99999] %}',
  '{% $lookup({}, "constructor") %}',
  '{% function($x) { $x } %}',
  '{% 1/0 %}',
  '2016-13-05T21:29:29Z',
  [],
  {},
  [[]],
  { 'a.$': '$' },
  { 'a.$': 1 },
  { __proto__: null, toString: 1 },
  { Type: 'Pass', End: true },
  ['States.ALL'],
  'Pass',
  'Task',
  'JSONata',
]

const texts = awkward.filter((value) => typeof value === 'string')

type Container = Record<string | number, unknown>

/** All places in a document where something stands. */
const placesIn = (root: unknown): readonly (readonly [Container, string | number])[] => {
  const places: [Container, string | number][] = []
  const stack = [root]
  while (stack.length > 0) {
    const at = stack.pop()
    if (typeof at !== 'object' || at === null) continue
    for (const key of Object.keys(at)) {
      places.push([at as Container, key])
      stack.push((at as Container)[key])
    }
  }
  return places
}

/** A document with one or two things broken in it. */
export const mutated = (document: unknown, random: (below: number) => number): unknown => {
  const root = { document: structuredClone(document) }
  for (let n = random(2); n >= 0; n -= 1) {
    const places = placesIn(root)
    if (places.length === 0) return null
    const [container, key] = places[random(places.length)] as [Container, string | number]
    const other = places[random(places.length)] as [Container, string | number]
    switch (random(5)) {
      case 0:
        delete container[key]
        break
      case 1:
        container[key] = structuredClone(awkward[random(awkward.length)])
        break
      case 2:
        container[key] = structuredClone(other[0][other[1]])
        break
      case 3:
        Object.defineProperty(container, texts[random(texts.length)] as string, {
          value: container[key],
          enumerable: true,
          configurable: true,
          writable: true,
        })
        break
      default: {
        const value = container[key]
        if (typeof value !== 'string' || value === '') container[key] = [value]
        else {
          const at = random(value.length)
          container[key] = value.slice(0, at) + String.fromCharCode(random(128)) + value.slice(at + random(3))
        }
      }
    }
  }
  return JSON.parse(JSON.stringify(root.document) ?? 'null')
}
