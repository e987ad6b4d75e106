/**
 * The colours of drawings, for light and for dark: contrast of text is 4.5 and more in both. No variables: librsvg, resvg and what
 * makes PDFs do not know them, and would draw all of it in black.
 */

interface Colours {
  readonly paper: string
  readonly ink: string
  readonly soft: string
  readonly line: string
  readonly task: string
  readonly taskLine: string
  readonly pass: string
  readonly wait: string
  readonly waitLine: string
  readonly bad: string
  readonly badLine: string
  readonly badInk: string
  readonly group: string
  readonly good: string
}

const light: Colours = {
  paper: '#fff',
  ink: '#1b1f24',
  soft: '#57606a',
  line: '#6e7781',
  task: '#eaf2fd',
  taskLine: '#2f6fbf',
  pass: '#f3f4f6',
  wait: '#fff4d6',
  waitLine: '#9a6700',
  bad: '#fdeceb',
  badLine: '#c0392b',
  badInk: '#a12b1f',
  group: '#fafbfc',
  good: '#1e8449',
}

const dark: Colours = {
  paper: '#14181d',
  ink: '#e6edf3',
  soft: '#a3adb8',
  line: '#8b949e',
  task: '#16283f',
  taskLine: '#6ca8f0',
  pass: '#22272e',
  wait: '#33290f',
  waitLine: '#d6a431',
  bad: '#3a1a18',
  badLine: '#f0796d',
  badInk: '#ff9d93',
  group: '#181d23',
  good: '#5fc98a',
}

/** What does not depend on the colours. */
const shape = `.orkestra{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif;font-size:13px}
.orkestra text{text-anchor:middle}
.orkestra .outline{stroke-width:1.5}
.orkestra .start .outline,.orkestra .end .core{stroke:none}
.orkestra .end .outline{fill:none}
.orkestra .succeed .outline,.orkestra .fail .outline{stroke-width:2}
.orkestra .failed .outline{stroke-dasharray:5 3}
.orkestra .group text{font-weight:600;text-anchor:start}
.orkestra .group .note{font-weight:400}
.orkestra .keep>.outline,.orkestra .sequence>.outline{stroke-dasharray:2 3}
.orkestra .capture>.outline,.orkestra .catch>.outline,.orkestra .retry>.outline{stroke-dasharray:6 4}
.orkestra .group.shared>.outline{stroke:none;fill-opacity:0}
.orkestra .arrow{fill:none;stroke-width:1.5}
.orkestra .arrow.error{stroke-dasharray:4 3}
.orkestra .label rect{fill-opacity:.88}
.orkestra .label text,.orkestra .note{font-size:11px}
.orkestra .label.beside text{text-anchor:start}
.orkestra .left>.outline{stroke-opacity:.35;fill-opacity:.5}
.orkestra .arrow.left{opacity:.4}
.orkestra .done>.outline,.orkestra .caught>.outline,.orkestra .broken>.outline{stroke-width:2.5}
.orkestra .arrow.taken{stroke-width:2.5}`

const coloured = (c: Colours): string => `.orkestra{background:${c.paper}}
.orkestra .paper{fill:${c.paper}}
.orkestra text{fill:${c.ink}}
.orkestra .outline{fill:${c.pass};stroke:${c.line}}
.orkestra .start .outline,.orkestra .end .core{fill:${c.ink}}
.orkestra .end .outline{stroke:${c.ink}}
.orkestra .task .outline,.orkestra .succeed .outline{fill:${c.task};stroke:${c.taskLine}}
.orkestra .wait .outline,.orkestra .choice .outline{fill:${c.wait};stroke:${c.waitLine}}
.orkestra .fail .outline,.orkestra .failed .outline{fill:${c.bad};stroke:${c.badLine}}
.orkestra .group>.outline{fill:${c.group}}
.orkestra .capture>.outline,.orkestra .catch>.outline{stroke:${c.badLine}}
.orkestra .retry>.outline{stroke:${c.waitLine}}
.orkestra .arrow{stroke:${c.line}}
.orkestra .arrow.error{stroke:${c.badLine}}
.orkestra .arrow.retry{stroke:${c.waitLine}}
.orkestra .head{fill:${c.line}}
.orkestra .head.error{fill:${c.badLine}}
.orkestra .head.retry{fill:${c.waitLine}}
.orkestra .label rect{fill:${c.paper}}
.orkestra .label text{fill:${c.soft}}
.orkestra .label.error text{fill:${c.badInk}}
.orkestra .label.retry text{fill:${c.ink}}
.orkestra .left text{fill:${c.soft}}
.orkestra .done>.outline{stroke:${c.good}}
.orkestra .caught>.outline{stroke:${c.waitLine}}
.orkestra .broken>.outline{stroke:${c.badLine};fill:${c.bad}}
.orkestra .broken .note,.orkestra .caught .note{fill:${c.badInk}}`

/** The style of a drawing: light, and dark for readers who prefer it. */
export const style: string = `${shape}
${coloured(light)}
@media (prefers-color-scheme:dark){${coloured(dark)}}`
