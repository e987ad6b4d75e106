/** What the page of `toHtml` looks like and does. It is text: it runs in the reader's browser. */

export const pageStyle = `html,body{margin:0;height:100%}
body{display:flex;background:#fff;color:#1b1f24;font:14px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
main{flex:1;min-width:0;position:relative;overflow:hidden;cursor:grab;touch-action:none}
main.dragging{cursor:grabbing}
main svg{position:absolute;left:0;top:0;transform-origin:0 0}
nav{position:absolute;left:12px;bottom:12px;display:flex;gap:6px}
button{font:inherit;min-width:36px;height:36px;border:1px solid #6e7781;border-radius:6px;background:#fff;color:inherit;cursor:pointer}
aside{width:360px;max-width:45vw;overflow:auto;border-left:1px solid #d0d7de;padding:12px 16px;box-sizing:border-box}
#close{display:none}
h1{font-size:17px;margin:0 0 8px}h2{font-size:15px;margin:0 0 6px;overflow-wrap:anywhere}
pre{font:12px/1.45 ui-monospace,SFMono-Regular,Consolas,monospace;white-space:pre-wrap;overflow-wrap:anywhere}
[data-state]{cursor:pointer}
[data-state]:focus{outline:none}
[data-state]:focus-visible>.outline,[data-state].chosen>.outline{stroke-width:3.5}
@media (max-width:700px){body{flex-direction:column}aside{display:none}
.chosen-state aside{display:block;position:relative;width:auto;max-width:none;max-height:45%;flex:none;border-left:0;border-top:1px solid #d0d7de}
.chosen-state #close{display:block;position:absolute;right:8px;top:8px}aside h1{display:none}}
@media (prefers-color-scheme:dark){body{background:#14181d;color:#e6edf3}button{background:#22272e;border-color:#8b949e}aside{border-color:#30363d}}`

export const pageScript = `const states = JSON.parse(document.getElementById('states').textContent)
const executed = JSON.parse(document.getElementById('executed').textContent)
const view = document.querySelector('main')
const svg = view.querySelector('svg')
const drawn = { width: svg.width.baseVal.value, height: svg.height.baseVal.value }
let at = { x: 0, y: 0, scale: 1 }
let wasDragged = false
const show = () => { svg.style.transform = 'translate(' + at.x + 'px,' + at.y + 'px) scale(' + at.scale + ')' }
const whole = () => Math.min(1, view.clientWidth / drawn.width, view.clientHeight / drawn.height)
const fit = () => {
  const scale = Math.max(0.05, whole())
  at = { scale, x: (view.clientWidth - drawn.width * scale) / 2, y: 0 }
  show()
}
// Letters of 13 pixels can be read down to 11: what is too large for that begins at its start.
const begin = () => {
  const scale = Math.max(0.85, whole())
  const start = svg.querySelector('.box.start')
  const middle = start === null ? drawn.width / 2 : start.transform.baseVal.consolidate().matrix.e - svg.viewBox.baseVal.x + 10
  const free = view.clientWidth - drawn.width * scale
  at = { scale, x: free > 0 ? free / 2 : Math.min(0, Math.max(free, view.clientWidth / 2 - middle * scale)), y: 0 }
  show()
}
const zoom = (by, x = view.clientWidth / 2, y = view.clientHeight / 2) => {
  const scale = Math.min(8, Math.max(0.05, at.scale * by))
  at = { scale, x: x - (x - at.x) * scale / at.scale, y: y - (y - at.y) * scale / at.scale }
  show()
}
view.addEventListener('wheel', (event) => {
  event.preventDefault()
  if (event.ctrlKey || event.metaKey) zoom(Math.exp(-event.deltaY / 300), event.clientX, event.clientY)
  else { at = { ...at, x: at.x - event.deltaX, y: at.y - event.deltaY }; show() }
}, { passive: false })
let drag
const fingers = new Map()
const spread = () => { const [a, b] = [...fingers.values()]; return { apart: Math.hypot(a.x - b.x, a.y - b.y), x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 } }
view.addEventListener('pointerdown', (event) => {
  if (event.target.closest('button')) return
  fingers.set(event.pointerId, { x: event.clientX, y: event.clientY })
  drag = fingers.size === 1 ? { x: event.clientX - at.x, y: event.clientY - at.y, moved: false } : undefined
})
addEventListener('pointermove', (event) => {
  if (fingers.has(event.pointerId) && fingers.size === 2) {
    const before = spread()
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY })
    const after = spread()
    zoom(after.apart / before.apart, after.x, after.y)
    wasDragged = true
    return
  }
  if (!drag) return
  const next = { x: event.clientX - drag.x, y: event.clientY - drag.y }
  if (Math.abs(next.x - at.x) + Math.abs(next.y - at.y) > 3) drag.moved = true
  if (drag.moved) { view.classList.add('dragging'); at = { ...at, ...next }; show() }
})
for (const end of ['pointerup', 'pointercancel']) addEventListener(end, (event) => {
  const pinched = fingers.size > 1
  fingers.delete(event.pointerId)
  wasDragged = pinched || (drag?.moved ?? false)
  drag = undefined
  view.classList.remove('dragging')
})
const choose = (shape) => {
  for (const other of svg.querySelectorAll('.chosen')) other.classList.remove('chosen')
  shape.classList.add('chosen')
  const name = shape.dataset.state
  const state = Object.hasOwn(states, name) ? states[name] : undefined
  document.getElementById('name').textContent = name
  document.getElementById('comment').textContent = state === undefined ? 'A sequence with a name; it is not a state of its own.' : state.Comment ?? ''
  const stays = Object.hasOwn(executed, name) ? executed[name] : []
  document.getElementById('stays').textContent = stays.map((stay) => JSON.stringify(stay, null, 2)).join('\\n')
  document.body.classList.add('chosen-state')
  document.getElementById('asl').textContent = state === undefined ? '' : JSON.stringify(state, null, 2)
}
for (const shape of svg.querySelectorAll('[data-state]')) {
  shape.setAttribute('tabindex', '0')
  shape.setAttribute('role', 'button')
  shape.addEventListener('click', () => { if (!wasDragged) choose(shape) })
  shape.addEventListener('keydown', (event) => { if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); choose(shape) } })
}
document.getElementById('closer').addEventListener('click', () => zoom(1.25))
document.getElementById('further').addEventListener('click', () => zoom(0.8))
document.getElementById('whole').addEventListener('click', fit)
document.getElementById('close').addEventListener('click', () => document.body.classList.remove('chosen-state'))
let width = view.clientWidth
// The panel, which opens below, is no reason to go back to the start.
addEventListener('resize', () => { if (view.clientWidth !== width) { width = view.clientWidth; begin() } })
begin()`
