// Writes packages/asl/data/*.json.gz, which the package holds in the place of the tables: 1.5 MB for 6.5. Run before packing.
// usage: node scripts/compress-tables.mjs
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const folder = new URL('../packages/asl/data/', import.meta.url)
for (const name of readdirSync(folder))
  if (name.endsWith('.json'))
    writeFileSync(new URL(`${name}.gz`, folder), gzipSync(readFileSync(new URL(name, folder)), { level: 9 }))
