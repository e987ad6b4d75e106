import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { createMark, createPositions, mark } from '../../src/language/jsonPlaces.ts'
import { countMembers } from '../../src/language/jsonScan.ts'
import { readJson } from '../../src/language/jsonText.ts'

const test = suite('JSON text')

const value = (text: string): unknown => {
  const read = readJson(text)
  if ('fault' in read) throw new Error(`${read.fault.message} at ${read.fault.at}`)
  return read.value
}

const fault = (text: string): readonly [string, number] => {
  const read = readJson(text)
  if (!('fault' in read)) throw new Error('there is no fault')
  return [read.fault.message, read.fault.at]
}

test('it reads what JSON.parse reads, and counts its members', () => {
  const members = (json: unknown): number =>
    typeof json !== 'object' || json === null
      ? 0
      : (Array.isArray(json) ? 0 : Object.keys(json).length) +
        Object.values(json).reduce((sum: number, inner) => sum + members(inner), 0)
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom(0, 2), (json, indent) => {
      const text = JSON.stringify(json, null, indent)
      assert.equal(value(text), JSON.parse(text))
      assert.is(countMembers(text), members(JSON.parse(text)))
    }),
    { numRuns: 500 },
  )
})

test('it refuses what JSON.parse refuses, unless it is a placeholder', () => {
  const texts = fc.string({
    unit: fc.constantFrom('{', '}', '[', ']', ',', ':', '"', 'a', '1', '-', '.', 'e', '\\', ' ', '\n', 'null', 'true'),
  })
  fc.assert(
    fc.property(texts, (text) => {
      let isJson = true
      try {
        JSON.parse(text)
      } catch {
        isJson = false
      }
      assert.is('value' in readJson(text), isJson, JSON.stringify(text))
    }),
    { numRuns: 5_000 },
  )
})

test('a fault is told where it is', () => {
  assert.equal(fault('{"a":1,}'), ['a comma before "}" is one too many', 6])
  assert.equal(fault('{"a" 1}'), ['":" should come here, and there is "1"', 5])
  assert.equal(fault('{a:1}'), ['a name in double quotes should come here, and there is "a"', 1])
  assert.equal(fault('[1 2]'), ['"," or "]" should come here, and there is "2"', 3])
  assert.equal(fault('{"a":nul}'), ['"nul" is not a JSON value', 5])
  assert.equal(fault('{"a":'), ['a value should come here, and the text ends', 5])
  assert.equal(fault('{} x'), ['the definition is over, and there is "x"', 3])
  assert.equal(fault('"abc'), ['the text that begins here has no closing quote', 0])
  assert.equal(fault('"a\\qb"'), ['a backslash here is no escape of JSON', 2])
  assert.equal(fault('"a\nb"'), ['a text holds no line break and no control character; write \\n', 2])
  assert.equal(fault('  '), ['the text is empty', 2])
})

test('repeated keys are found at any depth, with their place', () => {
  const read = readJson('{"a":[1,{"b":1,"b":2}],"a":3,"__proto__":1,"__proto__":2,"constructor":1}')
  if ('fault' in read) throw new Error(read.fault.message)
  assert.equal(
    read.duplicates.map(({ path }) => path),
    [['a', 1, 'b'], ['a'], ['__proto__']],
  )
  assert.equal(Object.keys(read.value as object), ['a', '__proto__', 'constructor'])
  const few = readJson('{"a":1,"a":2,"a":3}', 1)
  assert.is('duplicates' in few && few.duplicates.length, 1)
})

test('a placeholder without quotes is a text, and a byte order mark is nothing', () => {
  assert.equal(value('\ufeff{"a": ${Seconds}, "b": [${x}]}'), { a: '${Seconds}', b: ['${x}'] })
})

test('expressions of a template hold quotes, brackets and calls', () => {
  assert.equal(value('{"a": "${arns["parse"]}", "b": ${jsonencode({ a = "}" })}, "c": "x${f("${g["h"]}")}y\\n"}'), {
    a: '${arns["parse"]}',
    b: '${jsonencode({ a = "}" })}',
    c: 'x${f("${g["h"]}")}y\n',
  })
  // What is JSON as it is, is read as JSON.
  assert.equal(value('{"a":"${","b":"}"}'), { a: '${', b: '}' })
  assert.equal(value('{"a":"${","b":"}", "c": ${x}}'), { a: '${', b: '}', c: '${x}' })
})

test('directives: a loop is read once, an if by its first way, and commas beside them come and go', () => {
  const states = '{%{ for n in names ~}"${n}": 1%{ if n != last },%{ endif }%{ endfor ~}}'
  assert.equal(value(states), { '${n}': 1 })
  assert.equal(
    value('[%{ if a }1, %{ if b }2%{ else }3%{ endif }%{ else }4, %{ if c }5%{ endif }%{ endif }, 6]'),
    [1, 2, 6],
  )
  assert.equal(fault('[1 2]'), ['"," or "]" should come here, and there is "2"', 3])
})

test('comments are passed over, and told; bare placeholders have their places', () => {
  const read = readJson('{ // first\n "a": [1, ${x}], /* second */ "b": "${y}", "c": ${z["w"]} }')
  if ('fault' in read) throw new Error(read.fault.message)
  assert.is(read.commentAt, 2)
  assert.equal([...read.bare], ['/a/1', '/c'])
  assert.equal(read.value, { a: [1, '${x}'], b: '${y}', c: '${z["w"]}' })
})

test('braces that nothing closes cost no square of the length', () => {
  const text = `[x,${'"${",'.repeat(50_000)}1]`
  assert.equal(fault(text), ['"x" is not a JSON value', 1])
  const other = `{/**/"a":[${'"${",'.repeat(50_000)}1]}`
  assert.ok('value' in readJson(other) || 'fault' in readJson(other))
})

test('marked places are found, the last one when a key is repeated', () => {
  const text = '{"a":{"b":[10,20]},"c":0,"c":1}'
  const root = createMark()
  const below = (at: ReturnType<typeof createMark>, key: string) => {
    const made = createMark()
    at.below.set(key, made)
    return made
  }
  const second = below(below(below(root, 'a'), 'b'), '1')
  const last = below(root, 'c')
  mark(text, root)
  assert.is(second.valueAt, text.indexOf('20'))
  assert.is(last.keyAt, text.lastIndexOf('"c"'))
  assert.is(root.valueAt, 0)
  mark('{"c": oops', root)
  assert.is(last.keyAt, 1)
})

test('lines and columns count from 1', () => {
  const position = createPositions('ab\ncd\n')
  assert.equal([0, 2, 3, 5, 6].map(position), [
    { line: 1, column: 1 },
    { line: 1, column: 3 },
    { line: 2, column: 1 },
    { line: 2, column: 3 },
    { line: 3, column: 1 },
  ])
})

test('any depth', () => {
  const depth = 100_000
  const read = readJson('{"a":['.repeat(depth) + ']}'.repeat(depth))
  assert.ok('value' in read)
})

test.run()
