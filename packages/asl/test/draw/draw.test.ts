/** Drawings without a browser: what is in them, that the same graph gives the same bytes, and what is refused. */
import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { toHtml, toSvg } from '@orkestra/asl/draw'
import { par, parAll, seq, seqAll, task, toDiagram } from '@orkestra/core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { laidOut } from '../../src/draw/layout/layout.ts'
import { textWidth, wrapped } from '../../src/draw/text.ts'
import * as drawn from '../fixtures/drawn.ts'

const test = suite('draw')

test('every shape and every arrow is drawn, once', () => {
  for (const workflow of Object.values(drawn)) {
    const { shapes, arrows } = toDiagram(workflow)
    const svg = toSvg(workflow)
    const count = (pattern: RegExp) => svg.match(pattern)?.length ?? 0
    assert.is(count(/<g class="box /g), shapes.filter(({ kind }) => kind !== 'open' && kind !== 'close').length)
    assert.is(count(/<g class="group /g), shapes.filter(({ kind }) => kind === 'open').length)
    // What is retried has one loop, whatever the number of its policies.
    const loops = new Set(arrows.flatMap(({ kind, from }) => (kind === 'retry' ? [from] : []))).size
    assert.is(count(/<path class="arrow /g), arrows.filter(({ kind }) => kind !== 'retry').length + loops)
  }
})

test('the same graph gives the same bytes', () => {
  assert.is(toSvg(drawn.every), toSvg(drawn.every))
  assert.is(toHtml(drawn.every), toHtml(drawn.every))
})

test('lanes stand side by side in their order, steps above each other', () => {
  const { boxes } = laidOut(toDiagram(par(seq(task('a'), task('b')), task('c'), task('d')) as never))
  const at = (name: string) =>
    boxes.find(({ shape }) => 'name' in shape && shape.name === name) as (typeof boxes)[number]
  assert.ok(at('a').x + at('a').width < at('c').x && at('c').x + at('c').width < at('d').x)
  assert.ok(at('a').y + at('a').height < at('b').y)
  assert.is(at('a').y, at('c').y)
})

test('errors, retries and their names stand beside the arrows', () => {
  const svg = toSvg(drawn.every)
  for (const words of ['any error', 'Payment.CardRejected', '>retry<', 'retry States.Timeout'])
    assert.ok(svg.includes(words), words)
})

test('a title and a description are read aloud; text is escaped', () => {
  const svg = toSvg(drawn.names, { title: 'a <b> & "c"' })
  assert.match(svg, '<title id="orkestra-title">a &lt;b&gt; &amp; &quot;c&quot;</title>')
  assert.match(svg, '<desc id="orkestra-description">6 shapes, in order: Bestellung')
  assert.match(toSvg(task('only')), '<desc id="orkestra-description">1 shape, in order: only.</desc>')
  assert.not.match(svg, '<script')
})

test('what XML cannot hold is left out', () => {
  assert.match(toSvg(task('a\u0001b\ud800c') as never), 'data-state="abc"')
})

test('no text of a state ends the script that holds it', () => {
  const page = toHtml(task('</script><script>alert(1)</script>') as never)
  assert.is(page.split('</script>').length, 4)
})

test('the page holds what emit gives, with its options', () => {
  const page = toHtml(drawn.small, { queryLanguage: 'JSONata', title: 'Small' })
  const states = JSON.parse(/id="states">(.*?)<\/script>/s.exec(page)?.[1] as string)
  assert.equal(Object.keys(states).sort(), ['Parallel z, g', 'g', 'g_failed', 'x', 'y', 'z', 'z_failed'])
  assert.is(states.x.Output, '{% $states.result.Payload %}')
})

test('a deep graph costs no stack, and one that nobody could read is refused', () => {
  let deep: Parameters<typeof toSvg>[0] = task('innermost') as never
  for (let i = 0; i < 400; i += 1) deep = par(deep as never, task(`b${i}`)) as never
  assert.match(toSvg(deep), 'data-state="innermost"')
  const steps = Array.from({ length: 1500 }, (_, i) => task(`s${i}`))
  assert.throws(
    () => toSvg(seqAll(steps as never) as never),
    (error: Error) => error instanceof RangeError && /of 1502 shapes/.test(error.message),
  )
  assert.throws(() => toHtml(parAll(steps as never) as never), /cannot be read/)
})

test('a long chain is laid out in seconds', () => {
  const steps = Array.from({ length: 1000 }, () => task(randomUUID()))
  assert.is(laidOut(toDiagram(seqAll(steps as never) as never)).boxes.length, 1002)
})

test('text is broken between words, at joints and before capitals; in a word only where it must be', () => {
  const at = (text: string, width: number) => wrapped(text, 13, width)
  assert.equal(at('reserveTheShelf', 80), ['reserveThe', 'Shelf'])
  assert.equal(at('load-orders_now', 80), ['load-', 'orders_now'])
  assert.equal(at('two words', 40), ['two', 'words'])
  assert.equal(at('', 40), [''])
  for (const [text, width] of [
    ['W'.repeat(80), 100],
    ['注文を受け付ける', 60],
    ['👩‍👩‍👧‍👦'.repeat(9), 60],
  ] as const)
    for (const line of at(text, width)) assert.ok(textWidth(line, 13) <= width, line)
  for (const text of ['a b  c', 'aB_c-d.e', 'x'.repeat(99)])
    assert.is(at(text, 50).join('').replaceAll(' ', ''), text.replaceAll(' ', ''))
})

test('who draws nothing loads no layout', () => {
  const sources = new URL('../../src/', import.meta.url)
  const importers = readdirSync(sources, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.startsWith('draw'))
    .filter((file) =>
      /^(import|export) .*(\/draw\/|dagre)/m.test(
        readFileSync(new URL(file, sources), 'utf8').replaceAll(/^.*commands\/draw.*$/gm, ''),
      ),
    )
  assert.equal(importers, [])
})

test.run()
