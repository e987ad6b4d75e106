/** A workflow or a definition as a page: its drawing, and behind each state its ASL. */
import { type AnyStep, isStep } from '@orkestra/core'
import { emit } from '../emit/emit.ts'
import type { EmitOptions } from '../emit/options.ts'
import type { State, StateMachine } from '../states.ts'
import { toText } from '../toText.ts'
import { duration, executed } from './executed.ts'
import { pageScript, pageStyle } from './page.ts'
import { type DrawOptions, escaped, toSvg } from './toSvg.ts'

/** What `emit` takes is for workflows; a definition is shown as it is. */
export interface PageOptions extends DrawOptions, EmitOptions {}

/** Every state of a definition by its name, which is unique in all of it. */
const statesOf = (definition: StateMachine): ReadonlyMap<string, State> => {
  const found = new Map<string, State>()
  const open: { readonly States?: Readonly<Record<string, State>> }[] = [definition]
  for (let next = open.pop(); next !== undefined; next = open.pop())
    for (const [name, state] of Object.entries(next.States ?? {})) {
      found.set(name, state)
      if (state.Type === 'Parallel') open.push(...(state.Branches ?? []))
      if (state.Type === 'Map') {
        const inner = state.ItemProcessor ?? state.Iterator
        if (inner) open.push(inner)
      }
    }
  return found
}

/** What the page shows of each stay in a state, by its name. */
const staysOf = ({ execution }: DrawOptions): Readonly<Record<string, readonly unknown[]>> => {
  if (execution === undefined) return {}
  return Object.fromEntries(
    Array.from(executed(execution).states, ([name, { visits }]) => [
      name,
      visits.map(({ enteredAt, leftAt, attempts, error, cause, input, output }) => ({
        entered: `after ${duration(enteredAt)}`,
        ...(leftAt !== undefined && { took: duration(leftAt - enteredAt) }),
        ...(attempts > 0 && { attempts }),
        ...(error !== undefined && { error, cause }),
        input,
        ...(output !== undefined && { output }),
      })),
    ]),
  )
}

/** JSON inside a script element: no text in it can end the element. */
const embedded = (json: string): string => json.replaceAll('<', '\\u003c')

/**
 * A workflow or a definition as one HTML file that loads nothing: the drawing of `toSvg`, to be moved and zoomed; a click on a state,
 * or Enter, shows its ASL and its comment, and what an execution did in it.
 *
 * @example toHtml(seq(x, y), { title: 'Orders', queryLanguage: 'JSONata' }) // '<!doctype html>…'
 * @throws AslError as `emit` does; RangeError as `toSvg` does.
 */
export const toHtml = (
  source: AnyStep | StateMachine,
  { title = 'Workflow', execution, ...options }: PageOptions = {},
): string => {
  const definition = isStep(source) ? emit(source, options) : source
  // What is inside a script or a group can be pressed: a picture may hold no such thing.
  const svg = toSvg(source, { title, ...(execution && { execution }) }).replace('role="img"', 'role="group"')
  const states = toText(Object.fromEntries(statesOf(definition)))
  const stays = toText(staysOf(execution === undefined ? {} : { execution }))
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
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
<button id="close" aria-label="Close">×</button>
<h1>${escaped(title)}</h1>
<h2 id="name">Choose a state</h2>
<p id="comment">${escaped(definition.Comment ?? 'Its ASL is shown here.')}</p>
<pre id="stays"></pre>
<pre id="asl"></pre>
</aside>
<script type="application/json" id="states">${embedded(states)}</script>
<script type="application/json" id="executed">${embedded(stays)}</script>
<script>
${pageScript}
</script>
</body>
</html>
`
}
