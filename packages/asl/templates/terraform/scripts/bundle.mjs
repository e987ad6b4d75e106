// Bundles the functions of modules that `orkestra emit` wrote, into build/<module>/<key>.zip, and tells each module where they are.
// The same code gives the same bytes. usage: node scripts/bundle.mjs infra/workflow [infra/another …]
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { bundling } from '@orkestra/asl'
import { build } from 'esbuild'
import { zipSync } from 'fflate'

for (const folder of process.argv.slice(2)) {
  const functions = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))
  const name = basename(folder)
  mkdirSync(`build/${name}`, { recursive: true })
  const packages = {}
  for (const fn of functions) {
    // A function without an entry is there already.
    if (fn.entry === null) continue
    const { outputFiles } = await build({ ...bundling(fn), entryPoints: [join(folder, fn.entry)], write: false })
    const zip = zipSync({ 'index.mjs': outputFiles[0].contents }, { mtime: '1980-01-01T00:00:00' })
    writeFileSync(`build/${name}/${fn.key}.zip`, zip)
    packages[fn.key] = `../build/${name}/${fn.key}.zip`
  }
  writeFileSync(join(folder, 'packages.json'), `${JSON.stringify(packages, null, 2)}\n`)
}
