/** The fields of distributed maps: what they are, and that the validator takes them in both languages. */
import { distributedMap, type Each, map, type Ref, s3Csv, s3Objects, split, task } from '@orkestra/core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { TemplateWriter } from '../../src/emit/expression/template.ts'
import { distributedFields, isItemsPath, itemFields, processorConfig } from '../../src/emit/write/distributed.ts'
import type { MapState } from '../../src/states.ts'
import { diagnose } from '../../src/validate/diagnose.ts'
import { inJsonata, inJsonPath } from './templates.ts'

const test = suite('distributed fields')

interface Order {
  id: string
  file: string
  lines: { sku: string }[]
}
const any = task<unknown, number>('any')
const lines = (o: Ref<Order>) => o.lines

const fieldsOf = (graph: unknown, writer: TemplateWriter): Partial<MapState> => {
  const each = graph as Each
  const fields = {
    ...itemFields({ node: each, items: each.items, selector: each.selector, distributed: each.distributed }, writer),
    ...(each.distributed !== undefined && distributedFields(each.distributed, writer)),
  }
  const processor = { StartAt: 'I', States: { I: { Type: 'Pass', End: true } }, ProcessorConfig: processorConfig(each) }
  const state = { Type: 'Map', ItemProcessor: processor, ...fields, End: true }
  const issues = diagnose({ QueryLanguage: writer.language, StartAt: 'A', States: { A: state } })
  // Children are Standard unless somebody says otherwise; a warning says that they need not be.
  assert.equal(
    issues.filter(({ code }) => code !== 'ASL231'),
    [],
  )
  return fields
}

test('a reader, with what it is told in each language', () => {
  const graph = distributedMap(any, {
    reader: s3Csv({ bucket: 'b', key: (o: Ref<Order>) => o.file, header: ['film', 'stars'], delimiter: '|' }),
  })
  const ReaderConfig = {
    InputType: 'CSV',
    CSVHeaderLocation: 'GIVEN',
    CSVHeaders: ['film', 'stars'],
    CSVDelimiter: 'PIPE',
  }
  assert.equal(fieldsOf(graph, inJsonPath), {
    ItemReader: {
      Resource: 'arn:aws:states:::s3:getObject',
      ReaderConfig,
      Parameters: { Bucket: 'b', 'Key.$': '$.file' },
    },
  })
  assert.equal(fieldsOf(graph, inJsonata), {
    ItemReader: {
      Resource: 'arn:aws:states:::s3:getObject',
      ReaderConfig,
      Arguments: { Bucket: 'b', Key: '{% $states.input.file %}' },
    },
  })
  const china = fieldsOf(distributedMap(any, { reader: s3Objects({ bucket: 'b' }) }), {
    ...inJsonPath,
    partition: 'aws-cn',
  })
  assert.equal(china.ItemReader, { Resource: 'arn:aws-cn:states:::s3:listObjectsV2', Parameters: { Bucket: 'b' } })
})

test('batches, results and all the rest', () => {
  const graph = distributedMap(any, {
    items: lines,
    selector: (line, o, index) => ({ sku: line.sku, order: o.id, index }),
    batcher: { maxItems: 10, maxInputBytes: 1000, input: (o) => ({ order: o.id }) },
    writer: { bucket: 'out', prefix: (o) => o.id, transformation: 'FLATTEN', outputType: 'JSONL' },
    toleratedFailureCount: 3,
    toleratedFailurePercentage: 5,
    label: 'lines',
    executionType: 'EXPRESS',
  })
  assert.equal(fieldsOf(graph, inJsonPath), {
    ItemsPath: '$.lines',
    ItemSelector: { 'sku.$': '$$.Map.Item.Value.sku', 'order.$': '$.id', 'index.$': '$$.Map.Item.Index' },
    ItemBatcher: { MaxItemsPerBatch: 10, MaxInputBytesPerBatch: 1000, BatchInput: { 'order.$': '$.id' } },
    ResultWriter: {
      Resource: 'arn:aws:states:::s3:putObject',
      Parameters: { Bucket: 'out', 'Prefix.$': '$.id' },
      WriterConfig: { Transformation: 'FLATTEN', OutputType: 'JSONL' },
    },
    ToleratedFailureCount: 3,
    ToleratedFailurePercentage: 5,
    Label: 'lines',
  })
  const written = fieldsOf(graph, inJsonata)
  assert.is(written.Items, '{% $states.input.lines %}')
  assert.equal(written.ItemSelector, {
    sku: '{% $states.context.Map.Item.Value.sku %}',
    order: '{% $states.input.id %}',
    index: '{% $states.context.Map.Item.Index %}',
  })
  assert.equal((written.ItemBatcher as { BatchInput: unknown }).BatchInput, { order: '{% $states.input.id %}' })
  assert.equal(processorConfig(graph as unknown as Each), { Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' })
})

test('what is not said is not there', () => {
  for (const writer of [inJsonPath, inJsonata]) {
    assert.equal(fieldsOf(distributedMap(any), writer), {})
    assert.equal(fieldsOf(distributedMap(any, { batcher: { maxItems: 2 } }), writer), {
      ItemBatcher: { MaxItemsPerBatch: 2 },
    })
    assert.equal(fieldsOf(distributedMap(any, { batcher: { maxInputBytes: 2 } }), writer), {
      ItemBatcher: { MaxInputBytesPerBatch: 2 },
    })
    assert.equal(fieldsOf(map(any), writer), {})
  }
  assert.equal(
    distributedFields({ executionType: 'STANDARD', writer: { config: { OutputType: 'JSONL' } } }, inJsonPath),
    {
      ResultWriter: { WriterConfig: { OutputType: 'JSONL' } },
    },
  )
})

test('an inline map has items and a selector, too', () => {
  const graph = map(lines, any, { selector: (line) => ({ sku: line.sku }) })
  assert.equal(fieldsOf(graph, inJsonPath), {
    ItemsPath: '$.lines',
    ItemSelector: { 'sku.$': '$$.Map.Item.Value.sku' },
  })
  assert.equal(processorConfig(graph as unknown as Each), { Mode: 'INLINE' })
})

test('JSONPath goes over what a path finds, no more', () => {
  const items = (graph: unknown) => (graph as Each).items as never
  assert.ok(isItemsPath(items(map(lines, any))))
  assert.not.ok(isItemsPath(items(map((o: Ref<Order>) => split(o.id, '-'), any))))
  assert.not.ok(isItemsPath(items(map((o: Ref<Order>) => split(o.id, '-')[0] as never, any))))
  assert.ok(isItemsPath({ _tag: 'Source', language: 'JSONPath', source: '$.lines[0]' }))
  // AWS takes a reference path there, one that leads to a single node.
  assert.not.ok(isItemsPath({ _tag: 'Source', language: 'JSONPath', source: '$.lines[*]' }))
  assert.not.ok(isItemsPath({ _tag: 'Source', language: 'JSONPath', source: " States.StringSplit($.id, '-')" }))
})

test.run()
