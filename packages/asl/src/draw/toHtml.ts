/** A workflow as a page: its drawing, and behind each state what is emitted for it. */
import type { AnyStep } from '@orkestra/core'
import { emit } from '../emit/emit.ts'
import type { EmitOptions } from '../emit/options.ts'
import type { State, StateMachine } from '../states.ts'
import { toText } from '../toText.ts'
import { pageScript, pageStyle } from './page.ts'
import { type DrawOptions, escaped, toSvg } from './toSvg.ts'

export interface PageOptions extends DrawOptions, EmitOptions {}

/** Every state of a definition by its name, which is unique in all of it. */
const statesOf = (definition: StateMachine): ReadonlyMap<string, State> => {
  const found = new Map<string, State>()
  const open: { readonly States: Readonly<Record<string, State>> }[] = [definition]
  for (let next = open.pop(); next !== undefined; next = open.pop())
    for (const [name, state] of Object.entries(next.States)) {
      found.set(name, state)
      if (state.Type === 'Parallel') open.push(...state.Branches)
      if (state.Type === 'Map' && state.ItemProcessor) open.push(state.ItemProcessor)
    }
  return found
}

/** JSON inside a script element: no text in it can end the element. */
const embedded = (json: string): string => json.replaceAll('<', '\\u003c')

/**
 * The graph as one HTML file that loads nothing: the drawing of `toSvg`, to be moved and zoomed; a click on a state, or Enter, shows
 * its ASL and its comment.
 *
 * @example toHtml(seq(x, y), { title: 'Orders', queryLanguage: 'JSONata' }) // '<!doctype html>…'
 * @throws AslError as `emit` does; RangeError as `toSvg` does.
 */
export const toHtml = (graph: AnyStep, { title = 'Workflow', ...options }: PageOptions = {}): string => {
  const definition = emit(graph, options)
  // What is inside a script or a group can be pressed: a picture may hold no such thing.
  const svg = toSvg(graph, { title }).replace('role="img"', 'role="group"')
  const states = toText(Object.fromEntries(statesOf(definition)))
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<style>
${pageStyle}
</style>
</head>
<body>
<main>
${svg}<nav aria-label="Zoom"><button id="closer" aria-label="Closer">+</button><button id="further" aria-label="Further away">−</button><button id="whole">Whole</button></nav>
</main>
<aside aria-live="polite">
<h1>${escaped(title)}</h1>
<h2 id="name">Choose a state</h2>
<p id="comment">${escaped(definition.Comment ?? 'Its ASL is shown here.')}</p>
<pre id="asl"></pre>
</aside>
<script type="application/json" id="states">${embedded(states)}</script>
<script>
${pageScript}
</script>
</body>
</html>
`
}
