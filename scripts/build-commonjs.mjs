// Writes packages/*/cjs/: what `require` gets, for jest in its default mode and for TypeScript's CommonJS modules. A file for each
// file of dist/ that an entry of `exports` reaches, in the same folders, so that paths into the package hold; the declarations are the
// same texts, in a folder whose package.json says CommonJS. Run after tsc. See docs/adr/0160-two-builds.md.
// usage: node scripts/build-commonjs.mjs
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { build, transform } from 'esbuild'

/** The files that these import, themselves included. */
const reached = (entries, imports) => {
  const found = new Set(entries)
  for (const file of found) for (const next of imports(file)) found.add(next)
  return [...found]
}

const code = async (entries) => {
  const { metafile } = await build({
    entryPoints: entries,
    outdir: 'nowhere',
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    write: false,
    metafile: true,
    logLevel: 'error',
  })
  return Object.keys(metafile.inputs)
}

const declarations = (entries) =>
  reached(entries, (file) =>
    Array.from(readFileSync(file, 'utf8').matchAll(/(?:from|import\()\s*['"](\.[^'"]+)['"]/g), ([, path]) =>
      normalize(join(dirname(file), path.replace(/\.[jt]s$/, '.d.ts'))),
    ),
  )

const url = 'importMetaUrl'

/** A module in CommonJS. jest has no `import()` for it, and esbuild no `import.meta`. */
const commonJs = async (file) => {
  const source = readFileSync(file, 'utf8').replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n')
  const { code: text } = await transform(source, {
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    define: { 'import.meta.url': url },
    // Only of a path that the file computes does Node have to decide what it is.
    supported: { 'dynamic-import': /\bimport\((?!['"])/.test(source.replace(/\/\*.*?\*\//gs, '')) },
  })
  if (/^await /m.test(source)) throw new Error(`${file}: a top-level await cannot be required`)
  const head = `const ${url} = require('node:url').pathToFileURL(__filename).href;\n`
  return source.includes('import.meta.url') ? text.replace(/^("use strict";\n)?/, `$1${head}`) : text
}

for (const folder of readdirSync('packages').map((name) => join('packages', name))) {
  const { exports } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const entries = Object.values(exports)
    .filter((target) => typeof target === 'object')
    .map(({ require }) => join(folder, require.default.replace('./cjs/', './dist/')))
  const out = join(folder, 'cjs')
  rmSync(out, { recursive: true, force: true })
  const write = (path, text) => {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }
  const at = (file) => join(out, relative(join(folder, 'dist'), file))
  write(join(out, 'package.json'), `${JSON.stringify({ type: 'commonjs', sideEffects: false })}\n`)
  for (const file of await code(entries)) write(at(file), await commonJs(file))
  for (const file of declarations(entries.map((entry) => entry.replace(/\.js$/, '.d.ts')))) {
    if (!existsSync(file)) throw new Error(`${file} is not there`)
    write(at(file), readFileSync(file, 'utf8').replace(/\n?\/\/# sourceMappingURL=.*\s*$/, '\n'))
  }
}
