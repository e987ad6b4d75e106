// Imports every public entry of every built package in plain Node: no tsx, no custom condition. Catches what the type checker
// and tsx both let through: directory imports, missing extensions, a wrong path in `exports`.
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
    const code = `await import(${JSON.stringify(`./packages/${folder}/${target.default.slice(2)}`)})`
    const run = spawnSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' })
    if (run.status === 0) continue
    broken += 1
    console.error(`${manifest.name} ${entry}: ${run.stderr.split('\n').find((line) => /Error/.test(line))}`)
  }
}
console.log(`plain Node imports: ${count - broken} ok, ${broken} broken`)
process.exitCode = broken > 0 ? 1 : 0
