/** A definition is refused exactly when its text has more bytes than AWS takes, whatever the names in it are made of. */
import { AslError, type EmitOptions, emit, toText } from '@orkestra/asl'
import { type AnyStep, capture, comment, map, named, par, parAll, seqAll, task } from '@orkestra/core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const test = suite('the size of a definition')

const limit = 1_048_576
type Any = ReturnType<typeof task>
const step = (name: string): Any => task(name)
const arn = () => `arn:aws:lambda:eu-central-1:123456789012:function:${'f'.repeat(64)}`

/** Graphs that grow with n, each heavy with one kind of text. */
const growing: Readonly<Record<string, readonly [graph: (n: number) => AnyStep, options?: EmitOptions]>> = {
  'short names': [(n) => seqAll(Array.from({ length: n }, (_, i) => step(`t${i}`)))],
  'names that JSON escapes': [
    (n) => seqAll(Array.from({ length: n }, (_, i) => step(`${'\u0001"\\'.repeat(24)}${i}`))),
    { functionArn: arn },
  ],
  'names of three bytes a letter': [
    (n) => parAll(Array.from({ length: n }, (_, i) => step(`${'注文'.repeat(30)}${i}`))),
    { functionArn: arn, queryLanguage: 'JSONata' },
  ],
  'long ARNs': [
    (n) => seqAll(Array.from({ length: n }, (_, i) => step(`t${i}`))),
    { functionArn: () => arn().repeat(4) },
  ],
  keys: [
    (n) =>
      par(Object.fromEntries(Array.from({ length: n }, (_, i) => [`${'ключ'.repeat(20)}${i}`, step('t')]))) as AnyStep,
    { queryLanguage: 'JSONata' },
  ],
  comments: [(n) => seqAll(Array.from({ length: n }, (_, i) => comment('"because"\n'.repeat(30), step(`t${i}`))))],
  'captures in captures, and maps': [
    (n) =>
      seqAll(
        Array.from({ length: n }, (_, i) =>
          named(`${'n'.repeat(70)}${i}`, capture(capture(map(step('t')) as Any))),
        ) as Any[],
      ),
    { functionArn: arn },
  ],
  'a comment on the machine': [() => step('t')],
}

const isRefused = (graph: AnyStep, options: EmitOptions): boolean => {
  try {
    emit(graph, options)
    return false
  } catch (error) {
    assert.instance(error, AslError)
    assert.equal(
      (error as AslError).issues.map(({ code }) => code),
      ['ASL009'],
    )
    return true
  }
}

for (const [what, [graph, given = {}]] of Object.entries(growing))
  test(what, () => {
    const options = (n: number): EmitOptions =>
      what === 'a comment on the machine' ? { comment: 'é'.repeat(n) } : given
    const bytes = (n: number) => Buffer.byteLength(toText(emit(graph(n), { ...options(n), limits: false })))
    let fits = 1
    let over = 2
    while (bytes(over) <= limit) over *= 4
    while (over - fits > 1) {
      const middle = (fits + over) >> 1
      if (bytes(middle) <= limit) fits = middle
      else over = middle
    }
    assert.not.ok(isRefused(graph(fits), options(fits)), `${bytes(fits)} bytes fit`)
    assert.ok(isRefused(graph(over), options(over)), `${bytes(over)} bytes do not`)
  })

test.run()
