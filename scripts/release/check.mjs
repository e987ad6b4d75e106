// Whether the packages can be published as they are. Every problem is printed; the exit code is 1 where there is one.
// usage: node scripts/release/check.mjs
import { existsSync, readdirSync, readFileSync } from 'node:fs'

const problems = []
const json = (path) => JSON.parse(readFileSync(path, 'utf8'))
const versions = new Set()
for (const folder of readdirSync('packages')) {
  const { name, version, repository, homepage, bugs, keywords, license, publishConfig } = json(
    `packages/${folder}/package.json`,
  )
  versions.add(version)
  const need = (what, has) => {
    if (!has) problems.push(`${name}: ${what}`)
  }
  need('no homepage', homepage)
  need('no bugs.url', bugs?.url)
  need('no keywords', keywords?.length > 2)
  need('no license', license)
  need('publishConfig.provenance is not true', publishConfig?.provenance === true)
  need('publishConfig.access is not public', publishConfig?.access === 'public')
  need(`repository.directory is not packages/${folder}`, repository?.directory === `packages/${folder}`)
  // npm refuses provenance where the two differ.
  const own = process.env.GITHUB_REPOSITORY
  need(
    `repository.url is ${repository?.url}, and this repository is ${own}: write its URL into repository, homepage and bugs`,
    own === undefined || repository?.url === `git+https://github.com/${own}.git`,
  )
  const log = existsSync(`packages/${folder}/CHANGELOG.md`)
    ? readFileSync(`packages/${folder}/CHANGELOG.md`, 'utf8')
    : ''
  need(`CHANGELOG.md has no entry for ${version}`, log.split('\n').includes(`## ${version}`))
  for (const build of ['dist', 'cjs'])
    need(`${build} is not built: npm run build`, existsSync(`packages/${folder}/${build}/index.js`))
}
if (versions.size !== 1) problems.push(`the packages have several versions: ${[...versions].join(', ')}`)
for (const problem of problems) console.error(problem)
if (problems.length === 0) console.log(`ready to publish: ${[...versions][0]}`)
process.exitCode = problems.length > 0 ? 1 : 0
