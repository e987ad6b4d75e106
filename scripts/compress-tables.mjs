// Writes packages/asl/tables: the tables of packages/asl/data compressed, which the package holds in their place (1.6 MB for 6.5).
// usage: node scripts/compress-tables.mjs
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const from = new URL('../packages/asl/data/', import.meta.url)
const to = new URL('../packages/asl/tables/', import.meta.url)
rmSync(to, { recursive: true, force: true })
mkdirSync(to, { recursive: true })
for (const name of readdirSync(from)) {
  const bytes = readFileSync(new URL(name, from))
  // A small one is in the package as it is: most definitions ask for it.
  if (bytes.length > 64_000) writeFileSync(new URL(`${name}.gz`, to), gzipSync(bytes, { level: 9 }))
}
