// A folder of generated pages: written, or with --check compared with what is on disk.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/** `pages`: texts by file name. Other pages (`.md`) in the folder are stale: they are deleted, or fail the check. */
export const writePages = (folder, pages) => {
  const onDisk = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.md')) : []
  const extra = onDisk.filter((name) => !pages.has(name))
  if (process.argv.includes('--check')) {
    const stale = [...pages].filter(
      ([name, text]) => !onDisk.includes(name) || readFileSync(new URL(name, folder), 'utf8') !== text,
    )
    if (stale.length + extra.length > 0) {
      const names = [...stale.map(([name]) => name), ...extra].slice(0, 5).join(', ')
      console.error(`${relative('.', fileURLToPath(folder))} is stale (${names}): run \`npm run generate\``)
      process.exitCode = 1
    }
    return
  }
  mkdirSync(folder, { recursive: true })
  for (const name of extra) rmSync(new URL(name, folder))
  for (const [name, text] of pages) writeFileSync(new URL(name, folder), text)
}
