/**
 * `orkestra init` as it is today, before anything is on a registry: packed, installed, a project of each target made, installed by plain
 * npm, tested and built.
 */
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { ended } from '../oracles/spawned.ts'

const test = suite('orkestra init, installed')
const temporary = mkdtempSync(join(tmpdir(), 'orkestra-init-install-'))
test.after(() => rmSync(temporary, { recursive: true, force: true }))

// Not what an outer npm run hands down.
const plain = Object.fromEntries(
  Object.entries(process.env).filter(([key]) => !/^(npm_|NODE_OPTIONS$|NODE_V8)/i.test(key)),
)

const done = async (command: string, args: readonly string[], cwd: string): Promise<string> => {
  const end = await ended(command, args, { cwd, env: plain })
  assert.is(end.status, 0, `${command} ${args.join(' ')}\n${end.text}`)
  return end.text
}

// One cache for all, npm's own: what one target has fetched is there for the next.
const npmInstall = (cwd: string): Promise<string> =>
  done('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'], cwd)

const packages = ['core', 'asl', 'handler', 'cdk-adapter'] as const
const tarballs = join(temporary, 'tarballs')
const tool = join(temporary, 'tool')

test('the packages are packed, and the command line is installed from them', async () => {
  mkdirSync(tarballs)
  mkdirSync(tool)
  await Promise.all(
    packages.map(async (name) => {
      const into = join(temporary, name)
      await done(resolve('node_modules/.bin/pnpm'), ['pack', '--pack-destination', into], `packages/${name}`)
      const { version } = JSON.parse(readFileSync(`packages/${name}/package.json`, 'utf8'))
      renameSync(join(into, `orkestra-${name}-${version}.tgz`), join(tarballs, `orkestra-${name}.tgz`))
    }),
  )
  const dependencies = Object.fromEntries(
    ['core', 'asl'].map((name) => [`@orkestra/${name}`, `file:../tarballs/orkestra-${name}.tgz`]),
  )
  writeFileSync(join(tool, 'package.json'), JSON.stringify({ private: true, dependencies }))
  await npmInstall(tool)
})

test('pnpm leaves no lock file of npm: the tarballs are those that the project declares', async () => {
  const byPnpm = join(temporary, 'by-pnpm')
  mkdirSync(byPnpm)
  writeFileSync(join(byPnpm, 'package.json'), readFileSync(join(tool, 'package.json')))
  // asl asks for core by its version, which is on no registry yet.
  writeFileSync(
    join(byPnpm, 'pnpm-workspace.yaml'),
    "packages: ['.']\noverrides: { '@orkestra/core': 'file:../tarballs/orkestra-core.tgz' }\n",
  )
  await done(resolve('node_modules/.bin/pnpm'), ['install', '--prefer-offline', '--ignore-scripts'], byPnpm)
  const said = await done(
    join(byPnpm, 'node_modules/.bin/orkestra'),
    ['init', '../pnpm-sam', '--target', 'sam'],
    byPnpm,
  )
  assert.match(said, `package.json names the tarballs in ${tarballs}`)
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(temporary, 'pnpm-sam/package.json'), 'utf8'))
  const ours = Object.entries({ ...dependencies, ...devDependencies }).filter(([name]) => name.startsWith('@orkestra/'))
  assert.ok(ours.length >= 3)
  for (const [name, from] of ours) assert.is(from, `file:../tarballs/orkestra-${name.slice('@orkestra/'.length)}.tgz`)
})

for (const target of ['terraform', 'cloudformation', 'sam', 'cdk'])
  test(`${target}: init, npm install, npm test, npm run build`, async () => {
    const folder = join(temporary, target)
    const said = await done(
      join(tool, 'node_modules/.bin/orkestra'),
      ['init', `../${target}`, '--target', target],
      tool,
    )
    assert.match(said, `package.json names the tarballs in ${tarballs}`)
    const path = join(folder, 'package.json')
    const manifest = JSON.parse(readFileSync(path, 'utf8'))
    const all = { ...manifest.dependencies, ...manifest.devDependencies }
    for (const name of Object.keys(all).filter((each) => each.startsWith('@orkestra/')))
      assert.is(all[name], `file:../tarballs/${name.replace('@', '').replace('/', '-')}.tgz`)
    // CDK's command line is large, and neither tests nor the build use it.
    delete manifest.devDependencies['aws-cdk']
    writeFileSync(path, JSON.stringify(manifest))
    await npmInstall(folder)
    assert.match(await done('npm', ['test', '--silent'], folder), /pass 3\b/)
    await done('npm', ['run', '--silent', 'build'], folder)
  })

test('once they are on a registry, versions are written, and nothing is said', async () => {
  // What npm notes of a package that came from a registry.
  const lock = join(tool, 'node_modules/.package-lock.json')
  const { packages: entries, ...rest } = JSON.parse(readFileSync(lock, 'utf8'))
  for (const name of ['core', 'asl']) {
    const key = `node_modules/@orkestra/${name}`
    entries[key] = { ...entries[key], resolved: `https://registry.example/@orkestra/${name}/-/${name}-0.1.0.tgz` }
  }
  writeFileSync(lock, JSON.stringify({ packages: entries, ...rest }))
  const said = await done(join(tool, 'node_modules/.bin/orkestra'), ['init', '../published', '--target', 'sam'], tool)
  assert.not.match(said, 'tarball')
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(temporary, 'published/package.json'), 'utf8'))
  const { version } = JSON.parse(readFileSync('packages/asl/package.json', 'utf8'))
  assert.is(dependencies['@orkestra/core'], version)
  assert.is(devDependencies['@orkestra/asl'], version)
})

test.run()
