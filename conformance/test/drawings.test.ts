/**
 * Drawings in a real browser, light and dark: no text leaves its shape or covers another, nothing stands on anything else, and all of
 * it can be read. The pictures are kept in artifacts/drawings.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { toHtml, toSvg } from '@orkestra/asl/draw'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import * as drawn from '../../packages/asl/test/fixtures/drawn.ts'
import { dom, type Scheme, screenshot, withChromium } from '../oracles/chromium.ts'

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

const titleOf = (document: string): string =>
  (/<title>(.*?)<\/title>/s.exec(document)?.[1] ?? '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

const measured = async (name: string, svg: string, scheme: Scheme): Promise<Measured> => {
  const page = `<!doctype html><html><head><meta charset="utf-8"><title></title></head><body>${svg}<script>${measure}</script></body></html>`
  return JSON.parse(titleOf(await dom(write(`${name}.measured.html`, page), scheme)))
}

for (const [name, workflow] of Object.entries(drawn))
  browserTest(`${name}: everything has its room and can be read, light and dark`, async () => {
    const svg = toSvg(workflow, { title: name })
    const url = write(`${name}.svg`, svg)
    const [width, height] = (/width="(\d+)" height="(\d+)"/.exec(svg) ?? []).slice(1).map(Number) as [number, number]
    const papers: string[] = []
    for (const scheme of ['light', 'dark'] as const) {
      const to = `${folder}/${name}.${scheme}.png`
      await screenshot(url, { scheme, to, width, height })
      assert.ok(readFileSync(to).length > 1000)
      const { problems, paper, texts } = await measured(name, svg, scheme)
      assert.equal(problems, [])
      assert.ok(texts > 3)
      papers.push(paper)
    }
    assert.equal(papers, ['rgb(255, 255, 255)', 'rgb(20, 24, 29)'])
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
    const { zoomed, clicked, pressed, sequence } = JSON.parse(titleOf(await dom(url, 'light')))
    assert.ok(zoomed)
    assert.is(clicked.name, 'receiveOrder')
    assert.is(clicked.comment, 'Where orders begin')
    assert.is(JSON.parse(clicked.asl).Parameters.FunctionName, '${receiveOrder}')
    assert.equal([pressed.name, JSON.parse(pressed.asl)], ['tax_failed', { Type: 'Pass', End: true }])
    assert.match(sequence.comment, 'no state of its own')
    await screenshot(write('page.html', page), {
      scheme: 'dark',
      to: `${folder}/page.dark.png`,
      width: 1400,
      height: 900,
    })
  },
)

test.run()
