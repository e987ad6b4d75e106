// Imports and requires every public entry of every built package in plain Node: no tsx, no custom condition. Catches what the type
// checker and tsx both let through: directory imports, missing extensions, a wrong path in `exports`, two builds that differ.
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

let broken = 0
let count = 0
for (const folder of readdirSync('packages')) {
  const manifest = JSON.parse(readFileSync(`packages/${folder}/package.json`, 'utf8'))
  for (const [entry, target] of Object.entries(manifest.exports)) {
    if (typeof target === 'string') continue
    count += 1
    const published = JSON.stringify(manifest.publishConfig.exports[entry])
    const { '@orkestra/source': _, ...rest } = target
    if (published !== JSON.stringify(rest)) {
      broken += 1
      console.error(`${manifest.name}: exports and publishConfig.exports differ at ${entry}`)
    }
    const path = (build) => JSON.stringify(`./packages/${folder}/${target[build].default.slice(2)}`)
    // esbuild marks what it made of a module.
    const code = `
      import { createRequire } from 'node:module'
      const names = (module) => Object.keys(module).filter((name) => !/^(__esModule|default|module.exports)$/.test(name)).sort().join()
      const imported = names(await import(${path('import')}))
      const required = names(createRequire(process.cwd() + "/")(${path('require')}))
      if (imported !== required) throw new Error(imported + ' is imported, ' + required + ' is required')`
    // Without the flag, newer Nodes would require what is an ES module.
    const flags = ['--no-experimental-require-module', '--input-type=module']
    const run = spawnSync(process.execPath, [...flags, '-e', code], { encoding: 'utf8' })
    if (run.status === 0) continue
    broken += 1
    console.error(`${manifest.name} ${entry}: ${run.stderr.split('\n').find((line) => /Error/.test(line))}`)
  }
}
console.log(`plain Node imports and requires: ${count - broken} ok, ${broken} broken`)
process.exitCode = broken > 0 ? 1 : 0
