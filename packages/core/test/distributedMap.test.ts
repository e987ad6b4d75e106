/** The node that a distributed map is, its readers, and what is refused. */

import {
  type Distributed,
  distributedMap,
  type Each,
  type ItemReader,
  type Ref,
  s3Csv,
  s3Json,
  s3Jsonl,
  s3Manifest,
  s3Objects,
  task,
} from '@orkestra/core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const test = suite('distributedMap')

interface Order {
  id: string
  file: string
  lines: { sku: string }[]
}
const ship = task<{ sku: string }, boolean>('ship')
const any = task('any')
const untyped = distributedMap as unknown as (...given: readonly unknown[]) => unknown
const node = (graph: unknown): Each => graph as Each
const distributed = (graph: unknown): Distributed => node(graph).distributed as Distributed
const text = (value: string) => ({ _tag: 'Literal', value })
const fromInput = (...path: readonly string[]) => ({ _tag: 'Reference', root: { _tag: 'Input' }, path })

test('over the input', () => {
  assert.equal(node(distributedMap(ship)), { _tag: 'Map', item: ship, distributed: { executionType: 'STANDARD' } })
  assert.ok(Object.isFrozen(distributed(distributedMap(ship))))
})

test('all that is said of it', () => {
  const graph = distributedMap(
    task<{ Items: readonly { sku: string }[]; BatchInput: { order: string } }, boolean>('x'),
    {
      items: (o: Ref<Order>) => o.lines,
      selector: (line) => ({ sku: line.sku }),
      batcher: { maxItems: 10, maxInputBytes: 1000, input: (o) => ({ order: o.id }) },
      writer: { bucket: 'out', prefix: (o) => o.id, transformation: 'COMPACT', outputType: 'JSONL' },
      toleratedFailureCount: 0,
      toleratedFailurePercentage: 2.5,
      maxConcurrency: 100,
      label: 'ship-lines_1',
      executionType: 'EXPRESS',
    },
  )
  assert.equal(node(graph).items, fromInput('lines'))
  assert.equal(node(graph).maxConcurrency, 100)
  assert.equal(node(graph).selector, {
    _tag: 'Object',
    fields: [['sku', { _tag: 'Reference', root: { _tag: 'Context' }, path: ['Map', 'Item', 'Value', 'sku'] }]],
  })
  assert.equal(distributed(graph), {
    executionType: 'EXPRESS',
    label: 'ship-lines_1',
    batcher: {
      maxItemsPerBatch: 10,
      maxInputBytesPerBatch: 1000,
      batchInput: { _tag: 'Object', fields: [['order', fromInput('id')]] },
    },
    writer: {
      arguments: {
        _tag: 'Object',
        fields: [
          ['Bucket', text('out')],
          ['Prefix', fromInput('id')],
        ],
      },
      config: { Transformation: 'COMPACT', OutputType: 'JSONL' },
    },
    toleratedFailureCount: 0,
    toleratedFailurePercentage: 2.5,
  })
})

test('what is not said is not there', () => {
  assert.equal(distributed(distributedMap(ship, { writer: { bucket: 'b' } })).writer, {
    arguments: { _tag: 'Literal', value: { Bucket: 'b' } },
  })
  assert.equal(distributed(untyped(any, { batcher: { maxItems: 1 } })).batcher, { maxItemsPerBatch: 1 })
  assert.equal(distributed(untyped(any, { batcher: { maxInputBytes: 262_144 } })).batcher, {
    maxInputBytesPerBatch: 262_144,
  })
})

const readers: readonly (readonly [string, { readonly reader: ItemReader }, ItemReader])[] = [
  [
    's3Objects',
    s3Objects({ bucket: 'b', prefix: 'p/', maxItems: 5 }),
    {
      resource: 's3:listObjectsV2',
      arguments: { _tag: 'Literal', value: { Bucket: 'b', Prefix: 'p/' } },
      config: { MaxItems: 5 },
    },
  ],
  [
    's3Objects of a bucket',
    s3Objects({ bucket: 'b' }),
    { resource: 's3:listObjectsV2', arguments: { _tag: 'Literal', value: { Bucket: 'b' } } },
  ],
  [
    's3Json',
    s3Json({ bucket: 'b', key: 'k', versionId: 'v', pointer: '/a~1b/0' }),
    {
      resource: 's3:getObject',
      arguments: { _tag: 'Literal', value: { Bucket: 'b', Key: 'k', VersionId: 'v' } },
      config: { InputType: 'JSON', ItemsPointer: '/a~1b/0' },
    },
  ],
  [
    's3Jsonl',
    s3Jsonl({ bucket: 'b', key: 'k' }),
    {
      resource: 's3:getObject',
      arguments: { _tag: 'Literal', value: { Bucket: 'b', Key: 'k' } },
      config: { InputType: 'JSONL' },
    },
  ],
  [
    's3Csv with the header in the first row',
    s3Csv({ bucket: 'b', key: 'k', delimiter: '\t' }),
    {
      resource: 's3:getObject',
      arguments: { _tag: 'Literal', value: { Bucket: 'b', Key: 'k' } },
      config: { InputType: 'CSV', CSVHeaderLocation: 'FIRST_ROW', CSVDelimiter: 'TAB' },
    },
  ],
  [
    's3Csv with a given header',
    s3Csv({ bucket: 'b', key: (o: Ref<Order>) => o.file, header: ['film', 'stars'], maxItems: 100_000_000 }),
    {
      resource: 's3:getObject',
      arguments: {
        _tag: 'Object',
        fields: [
          ['Bucket', { _tag: 'Literal', value: 'b' }],
          ['Key', { _tag: 'Reference', root: { _tag: 'Input' }, path: ['file'] }],
        ],
      },
      config: { InputType: 'CSV', CSVHeaderLocation: 'GIVEN', CSVHeaders: ['film', 'stars'], MaxItems: 100_000_000 },
    },
  ],
  [
    's3Manifest',
    s3Manifest({ bucket: 'b', key: 'manifest.json' }),
    {
      resource: 's3:getObject',
      arguments: { _tag: 'Literal', value: { Bucket: 'b', Key: 'manifest.json' } },
      config: { InputType: 'MANIFEST' },
    },
  ],
]
for (const [name, { reader }, expected] of readers)
  test(name, () => {
    assert.equal(reader, expected)
    assert.equal(distributed(untyped(any, { reader: { reader } })).reader, expected)
    assert.ok(Object.isFrozen(reader))
  })

const refused = (name: string, kind: typeof TypeError | typeof RangeError, says: RegExp, make: () => unknown) =>
  test(name, () =>
    assert.throws(make, (error: unknown) => error instanceof kind && says.test((error as Error).message)),
  )
const options = (name: string, kind: typeof TypeError | typeof RangeError, says: RegExp, given: object) =>
  refused(name, kind, says, () => untyped(any, given))

refused('no step', TypeError, /^distributedMap: expected a step/, () => untyped())
options('options that there are not, all of them', TypeError, /there is no option a, b\. There are: reader, items/, {
  a: 1,
  b: 2,
})
options('items from two places', TypeError, /leave out reader or items/, {
  reader: s3Objects({ bucket: 'b' }),
  items: (i: Ref<Order>) => i.lines,
})
options('a literal array', TypeError, /^distributedMap, items: expected a reference to an array/, { items: () => [1] })
options('a selector that gives no object', TypeError, /^distributedMap, selector: expected an object with its fields/, {
  selector: (i: unknown) => i,
})
options('a selector that gives a list', TypeError, /expected an object with its fields/, { selector: () => [1] })
options('half an execution', RangeError, /maxConcurrency must be an integer/, { maxConcurrency: 0.5 })
options('half a failure', RangeError, /toleratedFailureCount must be an integer from 0, got 0.5/, {
  toleratedFailureCount: 0.5,
})
options('less than no failure', RangeError, /toleratedFailureCount/, { toleratedFailureCount: -1 })
options('more failures than items', RangeError, /toleratedFailurePercentage must be a number from 0 to 100, got 101/, {
  toleratedFailurePercentage: 101,
})
options('a percentage that is none', RangeError, /toleratedFailurePercentage/, {
  toleratedFailurePercentage: Number.NaN,
})
options('an empty label', RangeError, /label must have 1 to 40 characters/, { label: '' })
options('a long label', RangeError, /label must have 1 to 40 characters/, { label: 'x'.repeat(41) })
for (const bad of [
  ' ',
  '?',
  '*',
  '<',
  '{',
  ']',
  ':',
  ';',
  ',',
  '\\',
  '|',
  '^',
  '~',
  '$',
  '#',
  '%',
  '&',
  '`',
  '"',
  '\u0007',
])
  options(`a label with ${JSON.stringify(bad)}`, TypeError, /label may not have/, { label: `a${bad}b` })
options('another type of execution', TypeError, /executionType must be STANDARD or EXPRESS, got "FAST"/, {
  executionType: 'FAST',
})
options('a batch of no size', TypeError, /batcher: set the batch size/, { batcher: { input: () => ({}) } })
options('an empty batch', RangeError, /batcher\.maxItems must be an integer from 1, got 0/, {
  batcher: { maxItems: 0 },
})
options('a batch of more than a payload', RangeError, /batcher\.maxInputBytes must be an integer from 1 to 262144/, {
  batcher: { maxInputBytes: 262_145 },
})
options('a batch that shares no object', TypeError, /batcher\.input: expected an object/, {
  batcher: { maxItems: 1, input: (i: unknown) => i },
})
options('an option of a batch that there is not', TypeError, /batcher: there is no option maxItem\./, {
  batcher: { maxItem: 1 },
})
options('no bucket', TypeError, /writer: bucket must be a string, or a function of the map's input/, {
  writer: { prefix: 'p' },
})
options('an empty bucket', TypeError, /bucket must be a string/, { writer: { bucket: '' } })
options('another transformation', TypeError, /writer\.transformation must be NONE or COMPACT or FLATTEN/, {
  writer: { bucket: 'b', transformation: 'ZIP' },
})
options('another form', TypeError, /writer\.outputType must be JSON or JSONL/, {
  writer: { bucket: 'b', outputType: 'CSV' },
})
options('an option of a writer that there is not', TypeError, /writer: there is no option key\./, {
  writer: { bucket: 'b', key: 'k' },
})

const bad = (given: object): never => ({ bucket: 'b', key: 'k', ...given }) as never
refused('no items', RangeError, /^s3Objects: maxItems must be an integer from 1 to 100000000, got 0/, () =>
  s3Objects({ bucket: 'b', maxItems: 0 }),
)
refused('too many items', RangeError, /^s3Jsonl: maxItems/, () => s3Jsonl(bad({ maxItems: 100_000_001 })))
refused('half an item', RangeError, /^s3Manifest: maxItems/, () => s3Manifest(bad({ maxItems: 1.5 })))
refused('a reader without a key', TypeError, /^s3Json: key must be a string/, () => s3Json(bad({ key: undefined })))
refused('a bucket that is a number', TypeError, /^s3Objects: bucket must be a string.*got 3/, () =>
  s3Objects({ bucket: 3 as never }),
)
refused('an option of a reader that there is not', TypeError, /^s3Objects: there is no option key\./, () =>
  s3Objects(bad({})),
)
refused('a pointer that is none', TypeError, /^s3Json: pointer must be a JSON Pointer.*"orders"/, () =>
  s3Json(bad({ pointer: 'orders' })),
)
refused('a pointer with half an escape', TypeError, /JSON Pointer/, () => s3Json(bad({ pointer: '/a~2' })))
refused('another delimiter', TypeError, /^s3Csv: delimiter must be.*got "\/"/, () => s3Csv(bad({ delimiter: '/' })))
refused('a column twice', TypeError, /^s3Csv: a column is there twice/, () => s3Csv(bad({ header: ['a', 'a'] })))
refused('no column', TypeError, /^s3Csv: header must be/, () => s3Csv(bad({ header: [] })))
refused('a header somewhere else', TypeError, /^s3Csv: header must be/, () => s3Csv(bad({ header: 'lastRow' })))
refused('a column that is not a string', TypeError, /^s3Csv: header must be/, () => s3Csv(bad({ header: [1] })))

test.run()
