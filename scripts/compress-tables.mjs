// Writes packages/asl/tables: the tables of packages/asl/data compressed, which the package holds in their place (1.6 MB for 6.5).
// usage: node scripts/compress-tables.mjs
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const from = new URL('../packages/asl/data/', import.meta.url)
const to = new URL('../packages/asl/tables/', import.meta.url)
rmSync(to, { recursive: true, force: true })
mkdirSync(to, { recursive: true })
const { files } = JSON.parse(readFileSync(new URL('../packages/asl/package.json', import.meta.url), 'utf8'))
// What the package holds as it is, it names: a small one that most definitions ask for.
for (const name of readdirSync(from))
  if (!files.includes(`data/${name}`))
    writeFileSync(new URL(`${name}.gz`, to), gzipSync(readFileSync(new URL(name, from)), { level: 9 }))
