// Writes packages/*/esm/: what `import` gets of the packages that start often and are made of many modules. All entries are bundled at
// once, so that what two of them share is one file, and each module is there once. Node takes about a millisecond to find, read and
// compile a module, however small. Run after tsc. See docs/adr/0161-bundled-modules.md.
// usage: node scripts/bundle-modules.mjs
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { parse } from 'acorn'
import { base, recursive } from 'acorn-walk'
import { build } from 'esbuild'

/**
 * Entries that are one file each, with all that they need of ours: a validator is started for one file more often than for a thousand.
 * They export functions and plain data, no class that someone could ask another copy for.
 */
const alone = { asl: { validate: 'dist/validate/index.js' } }

/** What is started and not imported. */
const programs = { asl: { cli: 'dist/cli/main.js' } }

/** What a bundler cannot tell to be without effect: calls, and what may call a getter, an iterator or `toString`. */
const doubtful = ['CallExpression', 'NewExpression', 'MemberExpression', 'SpreadElement', 'TemplateLiteral']

/** Whether the value of a constant is such that nobody misses it who does not use it, and a bundler has to be told. */
const isToBeMarked = (init) => {
  const found = new Set()
  recursive(init, undefined, {
    Function: () => {},
    Class: () => {},
    ...Object.fromEntries(
      [...doubtful, 'AwaitExpression'].map((type) => [
        type,
        (node, state, go) => {
          found.add(type)
          base[type](node, state, go)
        },
      ]),
    ),
  })
  return found.size > 0 && !found.has('AwaitExpression')
}

/**
 * A module whose constants are marked as pure. A bundler leaves out a whole module of a package without side effects; of a module that
 * is many, it has to be told for each constant.
 */
const pure = (text) => {
  const marks = []
  for (const statement of parse(text, { ecmaVersion: 'latest', sourceType: 'module' }).body) {
    const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement
    if (declared?.type !== 'VariableDeclaration') continue
    for (const { id, init } of declared.declarations)
      if (id.type === 'Identifier' && init !== null && isToBeMarked(init))
        marks.push([init.start, '/* @__PURE__ */ (() => ('], [init.end, '))()'])
  }
  return marks.reverse().reduce((made, [at, mark]) => made.slice(0, at) + mark + made.slice(at), text)
}

const purely = {
  name: 'pure constants',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]dist[\\/].*\.js$/ }, ({ path }) => ({ contents: pure(readFileSync(path, 'utf8')) })),
}

const apart = 'apart-'

/**
 * The modules of a folder that import what others wrote, and what these import of ours. As entries they get files of their own: bundlers
 * leave out a file that nobody needs, but keep the import of a package that does not say that it has no side effects.
 */
const foreign = (folder) => {
  const dist = join(folder, 'dist')
  const imports = (file) =>
    [...readFileSync(join(dist, file), 'utf8').matchAll(/^(?:import|export) .*from '(.+)';$/gm)].map(([, from]) => from)
  return readdirSync(dist, { recursive: true })
    .filter((file) => file.endsWith('.js') && imports(file).some((from) => !/^(\.|node:|@orkestra\/)/.test(from)))
    .flatMap((file) => [
      file,
      ...imports(file)
        .filter((from) => from.startsWith('.'))
        .map((from) => join(dirname(file), from)),
    ])
    .map((file) => [`${apart}${file.replace(/\W/g, '-')}`, join('dist', file)])
}

for (const name of readdirSync('packages')) {
  const folder = join('packages', name)
  const { exports } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const entries = Object.values(exports)
    .filter((target) => target.import?.default.startsWith('./esm/'))
    .map((target) => [basename(target.import.default, '.js'), target.require.default.replace('./cjs/', 'dist/')])
    .filter(([entry]) => alone[name]?.[entry] === undefined)
  if (entries.length === 0) continue
  const out = join(folder, 'esm')
  rmSync(out, { recursive: true, force: true })
  mkdirSync(out)
  const { outputFiles } = await build({
    absWorkingDir: join(process.cwd(), folder),
    entryPoints: { ...Object.fromEntries([...foreign(folder), ...entries]), ...programs[name] },
    // No folders in it: `ownPackage.ts` stands on that.
    outdir: 'esm',
    chunkNames: 'part-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'neutral',
    target: 'node20',
    packages: 'external',
    plugins: [purely],
    legalComments: 'none',
    sourcemap: true,
    sourcesContent: false,
    write: false,
    logLevel: 'warning',
  })
  const needed = new Set(
    outputFiles.flatMap(({ text }) => [...text.matchAll(/"\.\/(apart-[\w-]+\.js)"/g)].map(([, file]) => file)),
  )
  // esbuild keeps the order in which modules with side effects would run, by imports of nothing. We have none, and bundlers warn of them.
  for (const { path, text } of outputFiles)
    if (!basename(path).startsWith(apart) || needed.has(basename(path, '.map')))
      writeFileSync(path, text.replace(/^import "\.[^"]+";$/gm, ''))
}

// Last, as they take modules of other packages in.
for (const [name, entryPoints] of Object.entries(alone))
  await build({
    absWorkingDir: join(process.cwd(), 'packages', name),
    entryPoints,
    outdir: 'esm',
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    external: ['jsonata'],
    minify: true,
    legalComments: 'none',
    logLevel: 'warning',
  })
