// Bundles each function of infra/manifest.json into build/<key>.zip, and tells Terraform where. The same code gives the same bytes.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { build } from 'esbuild'
import { zipSync } from 'fflate'

const functions = JSON.parse(readFileSync('infra/manifest.json', 'utf8'))
mkdirSync('build', { recursive: true })
const packages = {}
for (const { key, entry, runtime } of functions) {
  const { outputFiles } = await build({
    entryPoints: [`infra/${entry}`],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: runtime.replace('nodejs', 'node').replace('.x', ''),
    // What is in the runtime already.
    external: ['@aws-sdk/*'],
  })
  const zip = zipSync({ 'index.mjs': outputFiles[0].contents }, { mtime: '1980-01-01T00:00:00' })
  writeFileSync(`build/${key}.zip`, zip)
  packages[key] = `../build/${key}.zip`
}
writeFileSync('infra/functions.auto.tfvars.json', `${JSON.stringify({ function_packages: packages }, null, 2)}\n`)
