// Packs every package into tarballs/, under names without versions: what `npm install` in another folder is given.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'

rmSync('tarballs', { recursive: true, force: true })
mkdirSync('tarballs')
for (const folder of readdirSync('packages')) {
  const { name, version } = JSON.parse(readFileSync(`packages/${folder}/package.json`, 'utf8'))
  const file = name.replace('@', '').replace('/', '-')
  const packed = spawnSync('npx', ['pnpm', 'pack', '--pack-destination', '../../tarballs'], {
    cwd: `packages/${folder}`,
    encoding: 'utf8',
  })
  if (packed.status !== 0) {
    console.error(packed.stderr || packed.stdout)
    process.exit(1)
  }
  renameSync(`tarballs/${file}-${version}.tgz`, `tarballs/${file}.tgz`)
  console.log(`tarballs/${file}.tgz`)
}
