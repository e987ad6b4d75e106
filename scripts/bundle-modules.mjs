// Writes packages/*/esm/: what `import` gets of the packages that start often and are made of many modules. All entries are bundled at
// once, so that what two of them share is one file, and each module is there once. Node takes about a millisecond to find, read and
// compile a module, however small. Run after tsc. See docs/adr/0190-start-up.md.
// usage: node scripts/bundle-modules.mjs
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { build } from 'esbuild'

/** What is started and not imported. */
const programs = { asl: { cli: 'dist/cli/main.js' } }

for (const name of readdirSync('packages')) {
  const folder = join('packages', name)
  const { exports } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const entries = Object.values(exports)
    .filter((target) => target.import?.default.startsWith('./esm/'))
    .map((target) => [basename(target.import.default, '.js'), target.require.default.replace('./cjs/', 'dist/')])
  if (entries.length === 0) continue
  rmSync(join(folder, 'esm'), { recursive: true, force: true })
  await build({
    absWorkingDir: join(process.cwd(), folder),
    entryPoints: { ...Object.fromEntries(entries), ...programs[name] },
    // No folders in it: `ownPackage.ts` stands on that.
    outdir: 'esm',
    chunkNames: 'part-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'neutral',
    target: 'node20',
    packages: 'external',
    // Names stay, so that a stack can be read without the maps.
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
    sourcemap: true,
    sourcesContent: false,
    logLevel: 'warning',
  })
}
