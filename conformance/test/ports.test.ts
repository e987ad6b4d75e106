/**
 * Machines that others run in production, written with the combinators, beside their originals: the same results, and what they cost in
 * states and transitions. The originals are read from ../shared/ports (`ORKESTRA_PORTS` names another folder).
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { diagnose, emit, type Scope, type StateMachine } from '@orkestra/asl'
import { type Execution, execute } from '@orkestra/asl/execute'
import { Template } from 'aws-cdk-lib/assertions'
import { DefinitionBody, type IChainable, StateMachine as Machine } from 'aws-cdk-lib/aws-stepfunctions'
import { Stack } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Port, StandIns } from '../ports/cases/case.ts'
import { evaluationsPort } from '../ports/cases/evaluations.ts'
import { landsatPort } from '../ports/cases/landsat.ts'
import { maskopyPort } from '../ports/cases/maskopy.ts'
import { sagaPort } from '../ports/cases/saga.ts'
import { Evaluations } from '../ports/cdk/evaluations.ts'
import { LandsatIncompletes } from '../ports/cdk/landsat.ts'
import { Maskopy } from '../ports/cdk/maskopy.ts'
import { Saga } from '../ports/cdk/saga.ts'

const test = suite('ports of production machines')

const folder = process.env.ORKESTRA_PORTS ?? '../shared/ports'
const isThere = existsSync(folder)
if (!isThere) console.log(`  SKIPPED: ports of production machines: there is no folder ${folder}`)

const ports: readonly Port[] = [sagaPort, maskopyPort, evaluationsPort, landsatPort]

/** What is written with CDK's constructs as well, in `cdk/`, in files of the same names. */
type Constructed = new (scope: Construct, id: string) => { readonly start: IChainable }
const constructed: readonly (readonly [name: string, port: Port, construct: Constructed])[] = [
  ['saga', sagaPort, Saga],
  ['maskopy', maskopyPort, Maskopy],
  ['evaluations', evaluationsPort, Evaluations],
  ['landsat', landsatPort, LandsatIncompletes],
]

/** What CDK renders, with `aws` for each reference, which are partitions. */
const rendered = (construct: Constructed): StateMachine => {
  const stack = new Stack()
  const { start } = new construct(stack, 'Port')
  new Machine(stack, 'Machine', { definitionBody: DefinitionBody.fromChainable(start) })
  const machines = Template.fromStack(stack).findResources('AWS::StepFunctions::StateMachine')
  const [definition] = Object.values(machines).map(({ Properties }) => Properties.DefinitionString)
  const [, parts] = definition['Fn::Join'] as [string, readonly unknown[]]
  return JSON.parse(parts.map((part) => (typeof part === 'string' ? part : 'aws')).join('')) as StateMachine
}

/** The lines of a file: all, and those that are not blank, no comments and no imports. */
const linesOf = (file: string): readonly [all: number, own: number] => {
  const text = readFileSync(join('conformance/ports', file), 'utf8').trimEnd()
  const own = text.replace(/^import [^']*'[^']*'$/gm, '').split('\n')
  return [text.split('\n').length, own.filter((line) => /\S/.test(line) && !/^\s*(?:\/\/|\/?\*)/.test(line)).length]
}

const statesIn = (scope: Scope): number =>
  Object.values(scope.States).reduce((sum, state) => {
    const inner =
      state.Type === 'Parallel'
        ? state.Branches
        : state.Type === 'Map'
          ? [state.ItemProcessor, state.Iterator].filter((one) => one !== undefined)
          : []
    return sum + 1 + inner.reduce((all, one) => all + statesIn(one), 0)
  }, 0)

const transitionsIn = ({ history }: Execution): number =>
  history.filter(({ type }) => type.endsWith('StateEntered')).length

const endingOf = (execution: Execution): unknown =>
  execution.status === 'SUCCEEDED'
    ? { output: execution.output }
    : { error: execution.error ?? null, cause: execution.cause ?? null }

interface Row {
  readonly port: string
  readonly name: string
  readonly states: readonly [number, number]
  readonly transitions: readonly [number, number]
}

const rows: Row[] = []
const ran = (definition: StateMachine, input: unknown, standIns: StandIns) =>
  execute(definition, input, standIns as never)

if (isThere)
  for (const port of ports) {
    const original = JSON.parse(readFileSync(join(folder, port.folder, 'original.asl.json'), 'utf8')) as StateMachine
    const ours = emit(port.workflow, port.options)
    test(`${port.folder}: nothing is wrong with what is emitted`, () => {
      assert.equal(
        diagnose(ours).filter(({ severity }) => severity === 'error'),
        [],
      )
    })
    for (const { name, input, standIns } of port.cases)
      test(`${port.folder}, ${name}: the same comes out`, async () => {
        const given = standIns()
        const one = await ran(original, input, given.original)
        const other = await ran(ours, input, given.ours)
        assert.ok(
          isDeepStrictEqual(endingOf(one), endingOf(other)),
          `${JSON.stringify(endingOf(one))}\n${JSON.stringify(endingOf(other))}`,
        )
        rows.push({
          port: port.folder,
          name,
          states: [statesIn(original), statesIn(ours)],
          transitions: [transitionsIn(one), transitionsIn(other)],
        })
      })
  }

if (isThere)
  for (const [name, port, construct] of constructed) {
    const definition = rendered(construct)
    for (const { name: which, input, standIns } of port.cases)
      test(`${name} by CDK, ${which}: the same comes out`, async () => {
        const [byCdk, ours] = [
          await ran(definition, input, standIns().ours),
          await ran(emit(port.workflow, port.options), input, standIns().ours),
        ]
        assert.ok(
          isDeepStrictEqual(endingOf(byCdk), endingOf(ours)),
          `${JSON.stringify(endingOf(byCdk))}\n${JSON.stringify(endingOf(ours))}`,
        )
      })
    test(`${name} takes no more lines than with CDK's constructs`, () => {
      const [ours, theirs] = [linesOf(`${name}.ts`), linesOf(`cdk/${name}.ts`)]
      assert.ok(ours[1] < theirs[1], `${ours[1]} lines, not under ${theirs[1]}`)
    })
  }

const sum = (of: readonly Row[], field: 'states' | 'transitions'): readonly [number, number] => [
  of.reduce((all, row) => all + row[field][0], 0),
  of.reduce((all, row) => all + row[field][1], 0),
]

const tableFile = 'conformance/ports/README.md'
const table = (): string => {
  const typical = rows.filter((row, i) => rows.findIndex(({ port }) => port === row.port) === i)
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`
  const cells = ({ port, name, states, transitions }: Row) => line([port, name, ...states, ...transitions])
  return `# Ports

Machines that others run in production, written with the combinators. \`cases/\` holds the stand-ins with which each is compared with its
original: results are the same in every case. Made by \`conformance/test/ports.test.ts\`; \`ORKESTRA_WRITE=1\` writes it again.

${line(['machine', 'case', 'states: original', 'emitted', 'transitions: original', 'emitted'])}
${line(['---', '---', '---', '---', '---', '---'])}
${rows.map(cells).join('\n')}
${line(['**all**', 'the first case of each', ...sum(typical, 'states'), ...sum(typical, 'transitions')])}

Where a machine has more states than its original: a poll that keeps its answer beside the payload has a Wait of its own before the first
lap, as the one between the laps gives the payload back as it was, so that each lap gets the same.

## Beside CDK

They are written with CDK's constructs as well, in \`cdk/\`, and give the same results. Lines as the formatter leaves them; ours hold the types
of the payloads, which CDK's do not have.

${line(['machine', 'lines', 'with CDK', 'without imports, comments and blank lines', 'with CDK'])}
${line(['---', '---', '---', '---', '---'])}
${constructed
  .map(([name]) => {
    const [ours, theirs] = [linesOf(`${name}.ts`), linesOf(`cdk/${name}.ts`)]
    return line([name, ours[0], theirs[0], ours[1], theirs[1]])
  })
  .join('\n')}
`
}

if (isThere)
  test('the table is up to date, and within its bounds: transitions at most those of the originals, states 1.1 times', () => {
    const typical = rows.filter((row, i) => rows.findIndex(({ port }) => port === row.port) === i)
    const [states, transitions] = [sum(typical, 'states'), sum(typical, 'transitions')]
    assert.ok(transitions[1] <= transitions[0], `${transitions[1]} transitions, not ${transitions[0]}`)
    assert.ok(states[1] <= 1.1 * states[0], `${states[1]} states, not ${states[0]}`)
    if (process.env.ORKESTRA_WRITE) writeFileSync(tableFile, table())
    assert.is(readFileSync(tableFile, 'utf8'), table())
  })

test.run()
