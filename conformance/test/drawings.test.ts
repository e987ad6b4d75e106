/**
 * Drawings in a real browser, light and dark: no text leaves its shape or covers another, nothing stands on anything else, and all of
 * it can be read. The pictures are kept in artifacts/drawings.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Drawable, toHtml, toSvg } from '@orkestra/asl/draw'
import { execute, type HistoryEvent } from '@orkestra/asl/execute'
import { Resvg } from '@resvg/resvg-js'
import type { Browser, Page } from 'puppeteer-core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import * as drawn from '../../packages/asl/test/fixtures/drawn.ts'
import * as definitions from '../../packages/asl/test/fixtures/drawnDefinitions.ts'
import { found, openBrowser, picture, type Scheme, show, withChromium } from '../oracles/chromium.ts'

const test = suite('drawings in a browser')
const browserTest = withChromium(test)

const folder = resolve('artifacts/drawings')
mkdirSync(folder, { recursive: true })
const write = (name: string, text: string): string => {
  writeFileSync(`${folder}/${name}`, text)
  return pathToFileURL(`${folder}/${name}`).href
}

/** Runs in the page: what is wrong with the drawing, in words. */
const measure = `
const problems = []
const tolerance = 1
const inside = (a, b) => a.left >= b.left - tolerance && a.right <= b.right + tolerance && a.top >= b.top - tolerance && a.bottom <= b.bottom + tolerance
const apart = (a, b) => a.right <= b.left + tolerance || b.right <= a.left + tolerance || a.bottom <= b.top + tolerance || b.bottom <= a.top + tolerance
const of = (element) => element.getBoundingClientRect()
const svg = document.querySelector('svg.orkestra')
const nameOf = (element) => element.textContent.slice(0, 60)
const all = (selector) => [...svg.querySelectorAll(selector)]
const boxes = all('.box'), groups = all('.group'), labels = all('.label'), texts = all('text')
for (const shape of [...boxes, ...groups]) {
  const outline = shape.querySelectorAll('.outline')
  const border = of(outline[outline.length - 1])
  for (const text of shape.querySelectorAll('text')) if (!inside(of(text), border)) problems.push('text leaves its shape: ' + nameOf(shape))
  if (!inside(border, of(svg))) problems.push('a shape leaves the drawing: ' + nameOf(shape))
}
for (const label of labels) for (const text of label.querySelectorAll('text')) if (!inside(of(text), of(svg))) problems.push('a label leaves the drawing: ' + nameOf(label))
const pairs = (list, what, rect) => list.forEach((a, i) => { for (const b of list.slice(i + 1)) if (!apart(rect(a), rect(b))) problems.push(what + ': ' + nameOf(a) + ' / ' + nameOf(b)) })
// A line of text is as high as its font says, and overlaps the next one by some pixels: lines are shrunk to their letters.
const letters = (text) => { const r = of(text); return { left: r.left, right: r.right, top: r.top + r.height * 0.2, bottom: r.bottom - r.height * 0.2 } }
pairs(texts, 'texts overlap', letters)
pairs(boxes, 'shapes overlap', (box) => of(box.querySelector('.outline')))
for (const label of labels) for (const box of boxes) for (const text of label.querySelectorAll('text')) if (!apart(letters(text), of(box.querySelector('.outline')))) problems.push('a label covers a shape: ' + nameOf(label) + ' / ' + nameOf(box))
for (const group of groups) for (const box of boxes) {
  const g = of(group.querySelector('.outline')), b = of(box.querySelector('.outline'))
  if (!apart(g, b) && !inside(b, g)) problems.push('a shape crosses the border of a group: ' + nameOf(box))
  for (const text of group.querySelectorAll('text')) if (!apart(letters(text), b)) problems.push('a title covers a shape: ' + nameOf(group))
}
// No point of an arrow is well inside of a shape: neither of one that it passes, nor of those that it joins.
const shrunk = (r) => ({ left: r.left + 3, right: r.right - 3, top: r.top + 3, bottom: r.bottom - 3 })
const outlines = boxes.map((box) => { const outline = box.querySelector('.outline'); return { box, outline, rect: shrunk(of(outline)), back: outline.getScreenCTM().inverse() } })
const fills = (outline, p) => [[0, 3], [0, -3], [3, 0], [-3, 0]].every(([x, y]) => outline.isPointInFill(new DOMPoint(p.x + x, p.y + y)))
for (const arrow of all('.arrow')) {
  const length = arrow.getTotalLength(), matrix = arrow.getScreenCTM()
  for (let i = 0; i <= 60; i += 1) {
    const p = arrow.getPointAtLength(length * i / 60).matrixTransform(matrix)
    for (const { box, outline, rect: b, back } of outlines) if (p.x > b.left && p.x < b.right && p.y > b.top && p.y < b.bottom && fills(outline, p.matrixTransform(back))) { problems.push('an arrow passes through ' + nameOf(box)); i = 61; break }
  }
}
const luminance = (colour) => { const [r, g, b] = colour.match(/[\\d.]+/g).slice(0, 3).map((v) => { const c = v / 255; return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4 }); return 0.2126 * r + 0.7152 * g + 0.0722 * b }
const contrast = (a, b) => { const [x, y] = [luminance(a), luminance(b)].sort((p, q) => q - p); return (x + 0.05) / (y + 0.05) }
const paper = getComputedStyle(svg.querySelector('.paper')).fill
for (const text of texts) {
  const outline = text.closest('.box')?.querySelector('.outline')
  const ratio = contrast(getComputedStyle(text).fill, outline ? getComputedStyle(outline).fill : paper)
  if (ratio < 4.5) problems.push('contrast of ' + ratio.toFixed(2) + ': ' + nameOf(text))
}
document.title = JSON.stringify({ paper, texts: texts.length, problems: [...new Set(problems)] })
`

interface Measured {
  readonly paper: string
  readonly texts: number
  readonly problems: readonly string[]
}

let browser: Promise<Browser> | undefined
let opened: Promise<Page> | undefined
/** The one tab of the one browser that all of these tests look through: a browser takes longer to start than any of them. */
const tab = (): Promise<Page> => {
  browser ??= openBrowser()
  opened ??= browser.then((each) => each.newPage())
  return opened
}
test.after(async () => (await browser)?.close())

const desktop = { width: 1400, height: 900 }

const measured = async (name: string, svg: string, scheme: Scheme): Promise<Measured> => {
  const text = `<!doctype html><html><head><meta charset="utf-8"><title></title></head><body>${svg}<script>${measure}</script></body></html>`
  await show(await tab(), write(`${name}.measured.html`, text), { scheme, ...desktop })
  return found(await tab())
}

/** An execution of the definition with loops: a task that is retried, a wait, an error that is caught. */
const execution = async (): Promise<readonly HistoryEvent[]> => {
  const answers: unknown[] = [
    Object.assign(new Error('slow'), { name: 'Lambda.TooManyRequestsException' }),
    { status: 'waiting', total: 1, vip: false },
    { status: 'new', total: 1, vip: false, items: [{}] },
    { ok: true },
  ]
  const answer = (event: unknown): unknown => {
    const next = answers.shift() ?? event
    if (next instanceof Error) throw next
    return next
  }
  const { history, status } = await execute(definitions.loops, {}, { lambdas: { f: answer } })
  assert.is(status, 'SUCCEEDED')
  return history
}

const subjects: Readonly<Record<string, () => Promise<string>>> = {
  ...Object.fromEntries(
    Object.entries({ ...drawn, ...definitions }).map(([name, source]) => [
      name,
      async () => toSvg(source as Drawable, { title: name }),
    ]),
  ),
  executed: async () => toSvg(definitions.loops, { title: 'executed', execution: await execution() }),
}

for (const [name, draw] of Object.entries(subjects))
  browserTest(`${name}: everything has its room and can be read, light and dark`, async () => {
    const svg = await draw()
    const url = write(`${name}.svg`, svg)
    const [width, height] = (/width="(\d+)" height="(\d+)"/.exec(svg) ?? []).slice(1).map(Number) as [number, number]
    const papers: string[] = []
    for (const scheme of ['light', 'dark'] as const) {
      const to = `${folder}/${name}.${scheme}.png`
      await show(await tab(), url, { scheme, width, height })
      await picture(await tab(), to)
      assert.ok(readFileSync(to).length > 1000)
      const { problems, paper, texts } = await measured(name, svg, scheme)
      assert.equal(problems, [])
      assert.ok(texts > 3)
      papers.push(paper)
    }
    assert.equal(papers, ['rgb(255, 255, 255)', 'rgb(20, 24, 29)'])
  })

test('a viewer that knows nothing of dark, of variables or of media shows the light colours', () => {
  const { pixels, width, height } = new Resvg(toSvg(drawn.every)).render()
  const counts = new Map<string, number>()
  for (let i = 0; i < pixels.length; i += 4) {
    const colour = `${pixels[i]},${pixels[i + 1]},${pixels[i + 2]}`
    counts.set(colour, (counts.get(colour) ?? 0) + 1)
  }
  const share = (colour: string): number => (counts.get(colour) ?? 0) / (width * height)
  assert.ok(share('255,255,255') > 0.3, 'the paper is white')
  assert.ok(share('234,242,253') > 0.02, 'tasks are blue')
  assert.ok(share('253,236,235') > 0.01, 'failures are red')
  assert.ok(share('0,0,0') < 0.01, 'nothing is black')
})

browserTest('what is measured is seen: texts that are too long, shapes on each other, faint letters', async () => {
  const broken = toSvg(drawn.small)
    .replace('>x</text>', '>a text that is much too long for its shape</text>')
    .replace(/(data-state="g" transform=")translate\([^)]*\)/, '$1translate(60 150)')
    .replaceAll('#1b1f24', '#bbb')
  const { problems } = await measured('broken', broken, 'light')
  for (const expected of ['text leaves its shape: x', 'shapes overlap', 'contrast of'])
    assert.ok(
      problems.some((problem) => problem.includes(expected)),
      `${expected}: ${problems.join('\n')}`,
    )
})

interface Shown {
  readonly name: string
  readonly comment: string
  readonly asl: string
}

interface Acted {
  readonly zoomed: boolean
  readonly clicked: Shown
  readonly pressed: Shown
  readonly sequence: Shown
}

browserTest(
  'the page shows the ASL and the comment of a state that is clicked, and of one that is chosen by key',
  async () => {
    const page = toHtml(drawn.every, { title: 'Every' })
    assert.not.match(page.replaceAll('http://www.w3.org/2000/svg', ''), /https?:\/\//)
    const act = `
const shape = (name) => document.querySelector('[data-state="' + name + '"]')
const shown = () => ({ name: document.getElementById('name').textContent, comment: document.getElementById('comment').textContent, asl: document.getElementById('asl').textContent })
const before = document.querySelector('main svg').style.transform
document.getElementById('closer').click()
const zoomed = document.querySelector('main svg').style.transform !== before
shape('receiveOrder').dispatchEvent(new MouseEvent('click', { bubbles: true }))
const clicked = shown()
shape('tax_failed').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
const pressed = shown()
shape('check the order').dispatchEvent(new MouseEvent('click', { bubbles: true }))
document.title = JSON.stringify({ zoomed, clicked, pressed, sequence: shown() })
`
    const url = write('page.acted.html', page.replace('</body>', `<script>${act}</script></body>`))
    await show(await tab(), url, { scheme: 'light', ...desktop })
    const { zoomed, clicked, pressed, sequence } = await found<Acted>(await tab())
    assert.ok(zoomed)
    assert.is(clicked.name, 'receiveOrder')
    assert.is(clicked.comment, 'Where orders begin')
    assert.is(JSON.parse(clicked.asl).Parameters.FunctionName, '${receiveOrder}')
    assert.equal([pressed.name, JSON.parse(pressed.asl)], ['tax_failed', { Type: 'Pass', End: true }])
    assert.match(sequence.comment, 'not a state of its own')
    await show(await tab(), write('page.html', page), { scheme: 'dark', ...desktop })
    await picture(await tab(), `${folder}/page.dark.png`)
  },
)

interface Sized {
  readonly before: { readonly scale: number; readonly main: number; readonly aside: number; readonly start: boolean }
  readonly after: { readonly width: number; readonly share: number; readonly bottom: number; readonly main: number }
  readonly closed: number
}

browserTest('a page begins at a size that can be read, and a narrow one has its panel below', async () => {
  const page = toHtml(drawn.fifty, { title: 'Fifty' })
  const act = `
const inside = frame.contentDocument
const scale = () => new DOMMatrix(inside.defaultView.getComputedStyle(inside.querySelector('main svg')).transform).a
const start = inside.querySelector('.box.start .outline').getBoundingClientRect()
const before = { scale: scale(), main: inside.querySelector('main').clientWidth, aside: inside.querySelector('aside').offsetHeight, start: start.left > 0 && start.right < frame.clientWidth && start.top >= 0 }
const shape = inside.querySelector('[data-state=prepareStage1]')
shape.dispatchEvent(new MouseEvent('click', { bubbles: true }))
const aside = inside.querySelector('aside').getBoundingClientRect()
const after = { width: aside.width, share: aside.height / frame.clientHeight, bottom: aside.bottom, main: inside.querySelector('main').clientHeight }
inside.getElementById('close').click()
document.title = JSON.stringify({ before, after, closed: inside.querySelector('aside').offsetHeight })
`
  for (const width of [390, 1280]) {
    const frame = `<iframe id="frame" style="width:${width}px;height:800px;border:0" srcdoc="${page.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></iframe>`
    const url = write(
      `page.${width}.html`,
      `<!doctype html><meta charset="utf-8"><title></title>${frame}<script>const frame = document.getElementById('frame'); frame.onload = () => {${act}}</script>`,
    )
    await show(await tab(), url, { scheme: 'light', width: Math.max(width, 500), height: 810 })
    const { before, after, closed } = await found<Sized>(await tab())
    assert.ok(before.scale >= 0.85, `${width}: ${before.scale}`)
    assert.ok(before.start, `${width}: the start is seen`)
    if (width === 390) {
      assert.equal([before.main, before.aside, after.width, closed], [390, 0, 390, 0])
      assert.ok(after.share > 0.1 && after.share <= 0.46, `${after.share}`)
    } else assert.equal([before.main, after.width], [920, 360])
    await picture(await tab(), `${folder}/page.${width}.png`)
  }
})

test.run()
