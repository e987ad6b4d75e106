import { showExpression } from '../../expressions/show.ts'
import { fold } from '../fold.ts'
import type { Arm, Delay, Fail, Handler, Node, Repeat, Task } from '../graph.ts'
import type { AnyStep } from '../step.ts'

// Concatenation, not join: V8 then shares the texts of the parts, and a deep graph costs no more than its text.
const listed = (parts: readonly string[]): string => {
  let text = ''
  for (const [i, part] of parts.entries()) text += i === 0 ? part : `, ${part}`
  return text
}

const key = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name))

/** A name that could be taken for another term, `identity()` or `x, y`, stands in quotes. */
const taskTerm = (name: string): string =>
  /^[\p{ID_Start}_$][\p{ID_Continue}$-]*$/u.test(name) ? name : `task(${JSON.stringify(name)})`

const annotated = (node: Node, term: string): string => {
  const commented = node.comment === undefined ? term : `comment(${JSON.stringify(node.comment)}, ${term})`
  return node.stateName === undefined ? commented : `named(${JSON.stringify(node.stateName)}, ${commented})`
}

const object = (fields: object): string => {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined)
  return `{ ${given.map(([name, value]) => `${name}: ${JSON.stringify(value)}`).join(', ')} }`
}

const list = (names: readonly string[]): string => JSON.stringify(names.length === 1 ? names[0] : names)

const delayTerm = (delay: Delay): string =>
  delay.kind === 'duration'
    ? `wait(seconds(${delay.seconds}))`
    : `${delay.kind === 'until' ? 'waitUntil' : 'wait'}((i) => ${showExpression(delay.expression)})`

/** Data as the body of an arrow function. */
const body = (text: string): string => (text.startsWith('{') ? `(${text})` : text)

const loopOptions = ({ pause, maxAttempts, timeLimitSeconds, asksFirst }: Repeat): readonly string[] => [
  ...(pause === undefined ? [] : [`every: seconds(${pause.seconds})`]),
  ...(pause?.isFirst ? ["first: 'wait'"] : []),
  ...(pause?.backoffRate === undefined ? [] : [`backoffRate: ${pause.backoffRate}`]),
  ...(pause?.maxSeconds === undefined ? [] : [`maxDelay: seconds(${pause.maxSeconds})`]),
  ...(maxAttempts === undefined ? [] : [`maxAttempts: ${maxAttempts}`]),
  ...(timeLimitSeconds === undefined ? [] : [`timeLimit: seconds(${timeLimitSeconds})`]),
  ...(asksFirst ? ['checkFirst: true'] : []),
]

const failTerm = ({ error, cause }: Fail): string => {
  const fields = Object.entries({ error, cause }).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}: ${showExpression(value)}`],
  )
  if (fields.length === 0) return 'fail()'
  const isText = [error, cause].every((value) => value === undefined || value._tag === 'Literal')
  return isText ? `fail({ ${listed(fields)} })` : `fail((i) => ({ ${listed(fields)} }))`
}

const targetTerm = ({ name, target }: Task): string => {
  switch (target.kind) {
    case 'lambda':
    case 'fragment':
      return taskTerm(name)
    case 'activity':
      return `activity(${JSON.stringify(target.arn)}, { name: ${JSON.stringify(name)} })`
    case 'service':
      return `service(${JSON.stringify(target.resource)}, (i) => ${body(showExpression(target.arguments))}, { name: ${JSON.stringify(name)} })`
  }
}

interface Shown {
  readonly term: string
  /** The term inside `capture(…)`, for the parents that have a name for captured children. */
  readonly body?: string
}

const term = (node: Node, text: string): Shown => ({ term: annotated(node, text) })

const read = /* @__PURE__ */ fold<Shown>({
  Task: (node) => term(node, targetTerm(node)),
  Pass: (node) => term(node, `pass((i) => ${body(showExpression(node.value))})`),
  Identity: (node) => term(node, 'identity()'),
  Seq: (node, steps) => term(node, `seq(${listed(steps.map((s) => s.term))})`),
  Par: (node, branches) => {
    const caught = branches.every((b) => b.body !== undefined)
    const parts = branches.map((b, i) => {
      const text = caught ? (b.body as string) : b.term
      return node.keys ? `${key(node.keys[i] as string)}: ${text}` : text
    })
    return term(node, `${caught ? 'parCatch' : 'par'}(${node.keys ? `{ ${listed(parts)} }` : listed(parts)})`)
  },
  Map: (node, item) => {
    const { items, selector, maxConcurrency, distributed } = node
    const word = distributed ? 'distributedMap' : item.body === undefined ? 'map' : 'mapCatch'
    const from = items === undefined ? '' : `(i) => ${body(showExpression(items))}, `
    const said = [
      ...(selector === undefined ? [] : [`selector: ${showExpression(selector)}`]),
      ...(maxConcurrency === undefined ? [] : [`maxConcurrency: ${maxConcurrency}`]),
      ...Object.entries(distributed ?? {}).map(([name, value]) => `${name}: ${JSON.stringify(value)}`),
    ]
    const options = said.length === 0 ? '' : `, { ${said.join(', ')} }`
    return term(node, `${word}(${from}${word === 'mapCatch' ? item.body : item.term}${options})`)
  },
  Choice: (node, arms, otherwise) => {
    const ways = arms.map(
      ({ term: then }, i) => `when((i) => ${showExpression((node.arms[i] as Arm).condition)}, ${then})`,
    )
    return term(node, `choice(${listed([...ways, `otherwise(${otherwise.term})`])})`)
  },
  Bind: (node, inner, value) =>
    term(node, `bind(${value?.term ?? 'identity()'}, (v${node.variable.level ?? ''}) => ${inner.term})`),
  Repeat: (node, inner) => {
    const condition = `(i) => ${showExpression(node.until)}`
    const options = listed(loopOptions(node))
    const said = options === '' ? '' : `, { ${options} }`
    return term(
      node,
      node.carries
        ? `loop((i) => i, ${inner.term}, ${condition}${said})`
        : `repeatUntil(${inner.term}, ${condition}${said})`,
    )
  },
  Keep: (node, inner) =>
    term(
      node,
      node.key !== undefined
        ? `keeping(${inner.term}, ${JSON.stringify(node.key)})`
        : inner.body === undefined
          ? `tap(${inner.term})`
          : `tapCatch(${inner.body})`,
    ),
  Capture: (node, body) => {
    const shown = term(node, `capture(${body.term})`)
    return node.stateName === undefined && node.comment === undefined ? { ...shown, body: body.term } : shown
  },
  Wait: (node) => term(node, delayTerm(node.delay)),
  Succeed: (node) =>
    term(node, node.output === undefined ? 'succeed()' : `succeed((i) => ${body(showExpression(node.output))})`),
  Fail: (node) => term(node, failTerm(node)),
  Retry: (node, body) => term(node, `retry(${listed([body.term, ...node.policies.map(object)])})`),
  Catch: (node, body, handlers) => {
    const shown = handlers.map(({ term: handler }, i) => {
      const { errors, keep } = node.handlers[i] as Handler
      const said = keep === undefined ? '' : `, { keeping: ${JSON.stringify(keep)} }`
      return errors.includes('States.ALL') ? `onAny(${handler}${said})` : `on(${list(errors)}, ${handler}${said})`
    })
    return term(node, `catchError(${listed([body.term, ...shown])})`)
  },
})

/**
 * A graph as the term that builds it. Two graphs show the same text exactly when they are equal but for the options of their
 * tasks (time-outs and what else a deployment needs), which are left out.
 *
 * @example show(seq(x, y, parCatch(z, g))) // 'seq(x, y, parCatch(z, g))'
 */
export const show = (graph: AnyStep): string => read(graph).term
