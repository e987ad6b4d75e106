/**
 * Terraform reads what is emitted: `templatefile` fills the placeholders, `jsondecode` takes the result, and the resource of the
 * AWS provider accepts it. Skipped, with a line that says so, where Terraform or the provider is not on the machine; the folder
 * of the provider is given by ORKESTRA_TF_PLUGINS.
 */
import { cpSync, existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type EmitOptions, emit, placeholderKey, toText } from '@orkestra/asl'
import {
  type AnyStep,
  capture,
  comment,
  map,
  mapCatch,
  named,
  nodes,
  par,
  parCatch,
  seconds,
  seq,
  task,
} from '@orkestra/core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { ended } from '../oracles/spawned.ts'
import {
  env,
  inFolder,
  plugins,
  temporary,
  terraform,
  withProvider as whereProvider,
  withTerraform as whereTerraform,
} from '../oracles/terraform.ts'

const test = suite('terraform')

const withTerraform = whereTerraform(test)
const withProvider = whereProvider(test)

const x = task<unknown, readonly number[]>('x')
const y = task<unknown, readonly number[]>('y-2', { timeout: seconds(6) })
const z = task<unknown, number>('Ünï "z"')

const workflows: Readonly<Record<string, AnyStep>> = {
  hero: seq(x, y, parCatch(z, x)),
  names: seq(named('constructor', x), par({ a: y, 'b c': z, c: x }), named('100 % \\ "sure"', z)),
  nested: comment('A map, and a map of what may fail', seq(x, map(par(z, capture(seq(z, x)))), mapCatch(z))),
}

const functionsOf = (graph: AnyStep): readonly string[] =>
  nodes(graph).flatMap((node) => (node._tag === 'Task' ? [node.name] : []))

const arnOf = (name: string): string => `arn:aws:lambda:eu-west-1:123456789012:function:${placeholderKey(name)}`

/** A copy of a module of ours with definitions to read, and with what they have to be once they are filled. */
const prepared = (module: string): string => {
  const folder = temporary()
  cpSync(`conformance/terraform/${module}`, folder, { recursive: true })
  const definitions: Record<string, string> = {}
  const expected: Record<string, unknown> = {}
  for (const [name, graph] of Object.entries(workflows))
    for (const queryLanguage of ['JSONPath', 'JSONata'] as const) {
      const options: EmitOptions = { queryLanguage }
      const key = `${name}-${queryLanguage}`
      writeFileSync(join(folder, `${key}.asl.json`), toText(emit(graph, options), { indent: 2 }))
      definitions[key] = `${key}.asl.json`
      expected[key] = emit(graph, { ...options, functionArn: (fn) => arnOf(fn.name) })
    }
  const names = Object.values(workflows).flatMap(functionsOf)
  const function_arns = Object.fromEntries(names.map((name) => [placeholderKey(name), arnOf(name)]))
  writeFileSync(join(folder, 'terraform.tfvars.json'), JSON.stringify({ definitions, function_arns }))
  writeFileSync(join(folder, 'expected.json'), JSON.stringify(expected))
  return folder
}

withTerraform('templatefile gives what emit gives', () =>
  inFolder(prepared('definition'), async (folder) => {
    await terraform(folder, 'fmt', '-check', '-recursive')
    await terraform(folder, 'init', '-input=false', '-no-color')
    await terraform(folder, 'validate', '-no-color')
    assert.match(await terraform(folder, 'test', '-no-color'), /Success! 1 passed, 0 failed/)
  }),
)

withTerraform('and the test of it does fail, where a definition is not the one that is expected', () =>
  inFolder(prepared('definition'), async (folder) => {
    writeFileSync(join(folder, 'hero-JSONPath.asl.json'), toText(emit(seq(x, parCatch(z, y)))))
    await terraform(folder, 'init', '-input=false', '-no-color')
    const { status, text } = await ended('terraform', ['test', '-no-color'], { cwd: folder, env })
    assert.is(status, 1, text)
    assert.match(text, /templatefile and emit differ/)
  }),
)

withProvider('aws_sfn_state_machine takes them', () =>
  inFolder(prepared('machine'), async (folder) => {
    await terraform(folder, 'fmt', '-check', '-recursive')
    await terraform(folder, 'init', '-input=false', '-no-color', `-plugin-dir=${plugins}`)
    await terraform(folder, 'validate', '-no-color')
    assert.match(await terraform(folder, 'test', '-no-color'), /Success! 1 passed, 0 failed/)
  }),
)

for (const example of readdirSync('examples')) {
  const infra = `examples/${example}/infra`
  if (!existsSync(infra) || !readdirSync(infra).some((file) => file.endsWith('.tftest.hcl'))) continue
  withProvider(`the module of examples/${example} passes its own test`, () => {
    const copy = temporary()
    cpSync(infra, copy, { recursive: true })
    return inFolder(copy, async (folder) => {
      await terraform(folder, 'fmt', '-check', '-recursive')
      await terraform(folder, 'init', '-input=false', '-no-color', `-plugin-dir=${plugins}`)
      assert.match(await terraform(folder, 'test', '-no-color'), /Success! \d+ passed, 0 failed/)
    })
  })
}

test.run()
