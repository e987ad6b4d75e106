// The arrows between packages, and the rules inside them, as the architecture draws them. Fails on an import that goes
// against one. usage: node scripts/check-arrows.mjs [root]
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

/** What a package's sources may import at run time, and what only for types. Everything else is against the arrows. */
const allowed = {
  core: { run: ['fp-ts', 'graphlib'], types: [] },
  asl: {
    run: [
      '@orkestra/core',
      '@dagrejs/dagre',
      'cjs-module-lexer',
      'fp-ts',
      'jiti',
      'picocolors',
      'cli-table3',
      'jsonata',
      'picomatch',
      're2js',
      'yaml',
      'node:',
    ],
    types: ['esbuild'],
  },
  handler: {
    run: [
      '@orkestra/core/duration',
      '@orkestra/core/lambdaTask',
      '@aws-lambda-powertools/idempotency',
      '@aws-sdk/client-sfn',
      '@aws-sdk/client-s3',
      'node:crypto',
    ],
    types: ['@orkestra/core', 'aws-lambda', '@standard-schema/spec'],
  },
  'cdk-adapter': {
    run: ['@orkestra/core', '@orkestra/asl', 'aws-cdk-lib', 'constructs', 'fp-ts', 'node:'],
    types: ['@orkestra/handler'],
  },
}
/** Folders of siblings: none imports another. */
const siblings = ['core/src/graph/readers']

const root = process.argv[2] ?? '.'
const files = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? files(path) : path.endsWith('.ts') ? [path] : []
  })
const matches = (specifier, rule) => specifier === rule || specifier.startsWith(rule.endsWith(':') ? rule : `${rule}/`)

const problems = []
for (const name of readdirSync(join(root, 'packages'))) {
  const rules = allowed[name]
  const source = join(root, 'packages', name, 'src')
  if (!rules || !existsSync(source)) {
    problems.push(`packages/${name} has no arrows of its own: add it to scripts/check-arrows.mjs`)
    continue
  }
  for (const file of files(source)) {
    const text = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
    const imports = [
      ...text.matchAll(/^\s*(?:import|export)\s+(type\b)?\s*(?:([\w\s{},*$]*?)\s*\bfrom\s+)?['"]([^'"]+)['"]/gm),
      // What is loaded while the program runs.
      ...Array.from(text.matchAll(/\b(?:import|require)\s*\(\s*['"`]([^'"`]+)['"`]/g), ([all, specifier]) => [
        all,
        undefined,
        '',
        specifier,
      ]),
    ]
    for (const [, type, clause = '', specifier] of imports) {
      const isType = type !== undefined || /^\{(\s*type\s[^,}]+,?)+\s*\}$/.test(clause.trim())
      const place = relative(root, file)
      if (specifier.startsWith('.')) {
        const target = join(file, '..', specifier)
        if (!target.startsWith(source)) problems.push(`${place}: ${specifier} leaves the package`)
        for (const folder of siblings) {
          const inside = join(root, 'packages', folder)
          if (file.startsWith(inside) && target.startsWith(inside))
            problems.push(`${place}: a reader imports the reader ${specifier}`)
        }
        continue
      }
      if (rules.run.some((rule) => matches(specifier, rule))) continue
      if (rules.types.some((rule) => matches(specifier, rule))) {
        if (isType) continue
        problems.push(`${place}: ${specifier} may be imported for types only`)
        continue
      }
      problems.push(`${place}: ${name} must not import ${specifier}`)
    }
  }
}
for (const problem of problems) console.error(problem)
console.log(problems.length === 0 ? 'arrows: ok' : `arrows: ${problems.length} against the architecture`)
process.exitCode = problems.length > 0 ? 1 : 0
