/** Diagrams as text. */
import {
  bind,
  capture,
  eq,
  identity,
  map,
  named,
  par,
  parCatch,
  type Ref,
  repeatUntil,
  seconds,
  seq,
  task,
  toDiagram,
  toDot,
  toMermaid,
} from '@orkestra/core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const test = suite('diagrams')

const t = (name: string) => task<unknown, unknown>(name)
const hero = seq(t('x'), t('y'), parCatch(t('z'), t('g')))

test('Mermaid: boxes, groups, arrows, and dotted ones for caught errors', () =>
  assert.is(
    toMermaid(hero),
    `flowchart TD
  start((Start))
  s1["x"]
  s2["y"]
  subgraph s3["Parallel z, g"]
    s4["z"]
    s5(["z_failed"]):::failed
    s6["g"]
    s7(["g_failed"]):::failed
  end
  end_((End))
  start --> s1
  s4 -. error .-> s5
  s6 -. error .-> s7
  s1 --> s2
  s2 --> s3
  s3 --> end_
  classDef failed stroke:#c0392b,stroke-dasharray:4 3
`,
  ))

test('DOT: the same', () =>
  assert.is(
    toDot(hero),
    `digraph {
  compound=true
  node [shape=box, style=rounded]
  start [label="", shape=circle, width=0.2, style=filled]
  s1 [label="x"]
  s2 [label="y"]
  subgraph cluster_s3 {
  label="Parallel z, g"
  s4 [label="z"]
  s5 [label="z_failed", style="rounded,dashed", color="#c0392b"]
  s6 [label="g"]
  s7 [label="g_failed", style="rounded,dashed", color="#c0392b"]
  }
  end [label="", shape=circle, width=0.2, style=bold]
  start -> s1
  s4 -> s5 [style=dotted, label="error"]
  s6 -> s7 [style=dotted, label="error"]
  s1 -> s2
  s2 -> s4 [lhead=cluster_s3]
  s4 -> end [ltail=cluster_s3]
}
`,
  ))

test('a caught error in a sequence goes on with the next step, as the result does', () => {
  const { arrows } = toDiagram(seq(capture(t('x')), t('y')))
  assert.equal(
    arrows.map(({ kind, from, to }) => `${kind} ${from} ${to}`),
    ['next start s1', 'error s1 s2', 'next s1 s3', 'next s2 s3', 'next s3 end'],
  )
})

test('groups: parallel, map, a sequence with a title, a capture of many', () => {
  const groups = (graph: Parameters<typeof toDiagram>[0]) =>
    toDiagram(graph).shapes.flatMap((shape) => (shape.kind === 'open' ? [`${shape.group} ${shape.name}`] : []))
  assert.equal(groups(par(t('x'), map(t('y')))), ['parallel Parallel x, Map y', 'map Map y'])
  assert.equal(groups(named('checks', seq(t('x'), t('y')))), ['sequence checks'])
  assert.equal(groups(capture(seq(t('x'), t('y')))), ['capture Capture x'])
  assert.equal(groups(capture(par(t('x')))), ['parallel Parallel x'])
  assert.equal(groups(seq(t('x'), t('y'))), [])
})

test('identity is drawn as a pass', () => {
  assert.match(toMermaid(identity()), '  s1(["identity"])\n')
  assert.match(toDot(par(identity())), '  s2 [label="identity", shape=plaintext]\n')
})

test('a loop goes back to its step, with no wait, limit or end that it does not have', () => {
  const labels = (graph: Parameters<typeof toDiagram>[0]) => {
    const { arrows, shapes } = toDiagram(graph)
    const names = new Map(shapes.flatMap((shape) => ('name' in shape ? [[shape.id, shape.name]] : [])))
    const nameOf = (id: string) => names.get(id) ?? id
    return arrows.map(
      ({ from, to, label }) => `${nameOf(from)} > ${nameOf(to)}${label === undefined ? '' : `: ${label}`}`,
    )
  }
  const job = task<unknown, { readonly status: string }>('job')
  const isDone = (o: Ref<{ readonly status: string }>) => eq(o.status, 'done')
  assert.equal(labels(seq(repeatUntil(job, isDone, { every: seconds(30), maxAttempts: 20 }), t('next'))), [
    'start > job',
    'job > job done?',
    'job done? > job: otherwise, after 30 s',
    'job done? > Fail RepeatLimitReached: after 20 attempts',
    'job done? > next: eq(i.status, "done")',
    'next > end',
  ])
  assert.equal(labels(repeatUntil(job, isDone, {})), [
    'start > job',
    'job > job done?',
    'job done? > job: otherwise',
    'job done? > end: eq(i.status, "done")',
  ])
})

test('a loop that waits first has that wait before it', () => {
  const job = task<1, { readonly done: boolean }>('job')
  const { shapes, arrows } = toDiagram(
    seq(t('before'), repeatUntil(job, ({ done }) => done, { every: seconds(30), first: 'wait' }) as never),
  )
  const idOf = (name: string) => shapes.find((shape) => 'name' in shape && shape.name === name)?.id
  const [before, wait, body] = [idOf('before'), idOf('Wait 30 s'), idOf('job')]
  const hasArrow = (from: unknown, to: unknown) => arrows.some((arrow) => arrow.from === from && arrow.to === to)
  assert.ok(wait !== undefined)
  assert.ok(hasArrow(before, wait))
  assert.ok(hasArrow(wait, body))
  assert.not.ok(hasArrow(before, body))
})

test('a variable is no box', () => {
  const { shapes } = toDiagram(bind(t('x'), () => t('y')))
  assert.equal(
    shapes.map(({ kind }) => kind),
    ['start', 'task', 'task', 'end'],
  )
})

test('opened groups are closed, in every nesting', () => {
  const { shapes } = toDiagram(seq(capture(seq(map(par(t('a'), named('s', seq(t('b'), t('c')))) as never), t('d')))))
  const open: string[] = []
  for (const shape of shapes)
    if (shape.kind === 'open') open.push(shape.id)
    else if (shape.kind === 'close') assert.is(open.pop(), shape.id)
  assert.equal(open, [])
})

const label = (text: string) => /s1\["(.*)"\]/.exec(toMermaid(t(text)))?.[1]

test('Mermaid: what would end or change a label is an entity', () => {
  assert.is(label('say "hi"'), 'say #34;hi#34;')
  assert.is(label('a[0]'), 'a[0]')
  assert.is(label('<b> & #35;'), '#60;b#62; #38; #35;35;')
  assert.is(label('two\nlines'), 'two#10;lines')
  assert.is(label('`code` \\'), '#96;code#96; #92;')
  assert.is(label('Ünï'), 'Ünï')
})

const dotLabel = (text: string) => /s1 \[label=(.*)\]/.exec(toDot(t(text)))?.[1]

test('Mermaid: a directive in a name is text; DOT: a null character ends nothing', () => {
  const hostile = task("%%{init: {'theme':'forest'}}%%\u0000\u001b x")
  const mermaid = toMermaid(hostile)
  assert.match(mermaid, `s1["#37;#37;{init: {'theme':'forest'}}#37;#37; x"]`)
  assert.not.match(mermaid, '%%')
  for (const character of ['\u0000', '\u001b']) assert.not.match(mermaid, character)
  assert.match(toDot(hostile), `label="%%{init: {'theme':'forest'}}%% x"`)
})

test('Mermaid and DOT take a diagram of anything', () => {
  const diagram = toDiagram(task('x'))
  assert.is(toMermaid(diagram), toMermaid(task('x')))
  assert.is(toDot(diagram), toDot(task('x')))
})

test('DOT: quotes, backslashes and line breaks are escaped', () => {
  assert.is(dotLabel('say "hi"'), '"say \\"hi\\""')
  assert.is(dotLabel('back\\slash'), '"back\\\\slash"')
  assert.is(dotLabel('two\nlines'), '"two\\nlines"')
  assert.is(dotLabel('two\r\nlines'), '"two\\nlines"')
})

test('a step called end, start or subgraph does not clash with the diagram’s own words', () => {
  const text = toMermaid(seq(t('end'), t('start'), t('subgraph')))
  assert.match(text, '  s1["end"]\n  s2["start"]\n  s3["subgraph"]\n')
})

test.run()
