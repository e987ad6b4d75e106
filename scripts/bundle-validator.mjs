// Writes packages/asl/dist/validate/bundle.js: the validator as one module, for `@orkestra/asl/validate`. Thirty modules take
// several times as long to load as one, and a validator is started for one file more often than for a thousand. Run after tsc.
// usage: node scripts/bundle-validator.mjs
import { build } from 'esbuild'

await build({
  entryPoints: ['packages/asl/dist/validate/index.js'],
  outfile: 'packages/asl/dist/validate/bundle.js',
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  minify: true,
  external: ['jsonata'],
  legalComments: 'none',
})
