// Writes packages/asl/tables: the tables of packages/asl/data compressed, which the package holds in their place (1.6 MB for 6.5).
// usage: node scripts/compress-tables.mjs
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const from = new URL('../packages/asl/data/', import.meta.url)
const to = new URL('../packages/asl/tables/', import.meta.url)
mkdirSync(to, { recursive: true })
for (const name of readdirSync(from))
  writeFileSync(new URL(`${name}.gz`, to), gzipSync(readFileSync(new URL(name, from)), { level: 9 }))
