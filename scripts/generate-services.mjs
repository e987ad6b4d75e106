// Writes packages/asl/data: what there is to call of the AWS SDK (services.json), what its fields hold
// (structures.json) and are called in the APIs (names.json), what it answers (answers.json), the fields of the optimized integrations
// (optimized.json, and their names as a type of core), and what IAM asks for it (actions.json).
// usage: node --import tsx scripts/generate-services.mjs [--models DIR] [--check]
//   --models DIR   reads the models of the APIs anew, from the data folder of botocore (CONTRIBUTING.md says how to get it).
//                  Without it the first four stay, and the others are made of them and of the installed packages
//   --check        fails when one of those is stale; needs no network
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { integrations } from '../packages/core/src/services/integrations.ts'
import { readIam } from './services/actions.mjs'
import { readServices, readStructures } from './services/models.mjs'
import { listedFields, readOptimized } from './services/optimized.mjs'
import { referenceVersion } from './services/reference.mjs'

const args = process.argv.slice(2)
const models = args.includes('--models') ? args[args.indexOf('--models') + 1] : undefined
const file = (name) => new URL(`../packages/asl/data/${name}.json`, import.meta.url)

/** JSON with a line per entry, so that a change of one service is a change of one line. */
const lines = (table) =>
  `{\n${Object.entries(table)
    .map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`)
    .join(',\n')}\n}`

if (models !== undefined) {
  if (!existsSync(models)) throw new Error(`there is no folder ${models}`)
  const { services, answers } = readServices(models)
  if (Object.keys(services).length < 400)
    throw new Error(`${models} holds ${Object.keys(services).length} services only`)
  writeFileSync(file('services'), `${lines(services)}\n`)
  const { structures, names } = readStructures(models)
  writeFileSync(file('structures'), `${lines(structures)}\n`)
  writeFileSync(file('names'), `${lines(names)}\n`)
  writeFileSync(file('answers'), `${lines(answers)}\n`)
  console.log(`wrote ${Object.keys(services).length} services`)
}
const parsed = (name) => JSON.parse(readFileSync(file(name), 'utf8'))
const { actions, resources, tags } = readIam(parsed('services'))
const optimized = readOptimized(integrations, parsed('services'), parsed('structures'))
const made = [
  [file('optimized'), `${lines(optimized)}\n`],
  [
    file('actions'),
    `{\n"reference": ${JSON.stringify(referenceVersion)},\n"actions": ${lines(actions)},\n"resources": ${lines(resources)},\n"tags": ${lines(tags)}\n}\n`,
  ],
  [
    new URL('../packages/core/src/sdk/generated/listedFields.ts', import.meta.url),
    listedFields(integrations, optimized),
  ],
]
for (const [path, text] of made)
  if (!args.includes('--check')) {
    mkdirSync(new URL('.', path), { recursive: true })
    writeFileSync(path, text)
  } else if (!existsSync(path) || readFileSync(path, 'utf8') !== text) {
    console.error(`${relative(process.cwd(), fileURLToPath(path))} is stale: npm run generate`)
    process.exitCode = 1
  }
