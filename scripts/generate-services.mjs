// Writes packages/asl/data: what there is to call of the AWS SDK (services.json), what its fields hold
// (structures.json), the same of the optimized integrations (optimized.json), and what IAM asks for it (actions.json).
// usage: node --import tsx scripts/generate-services.mjs [--models DIR] [--check]
//   --models DIR   reads the models of the APIs anew, from the data folder of botocore (CONTRIBUTING.md says how to get it).
//                  Without it the first two stay, and the others are made of them and of the installed packages
//   --check        fails when one of the last two is stale; needs no network
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { integrations } from '../packages/core/src/services/integrations.ts'
import { readIam } from './services/actions.mjs'
import { readServices, readStructures } from './services/models.mjs'
import { readOptimized } from './services/optimized.mjs'
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
  const services = readServices(models)
  if (Object.keys(services).length < 400)
    throw new Error(`${models} holds ${Object.keys(services).length} services only`)
  writeFileSync(file('services'), `${lines(services)}\n`)
  writeFileSync(file('structures'), `${lines(readStructures(models))}\n`)
  console.log(`wrote ${Object.keys(services).length} services`)
}
const parsed = (name) => JSON.parse(readFileSync(file(name), 'utf8'))
const { actions, resources } = readIam(parsed('services'))
const made = {
  optimized: `${lines(readOptimized(integrations, parsed('services'), parsed('structures')))}\n`,
  actions: `{\n"reference": ${JSON.stringify(referenceVersion)},\n"actions": ${lines(actions)},\n"resources": ${lines(resources)}\n}\n`,
}
for (const [name, text] of Object.entries(made))
  if (!args.includes('--check')) writeFileSync(file(name), text)
  else if (!existsSync(file(name)) || readFileSync(file(name), 'utf8') !== text) {
    console.error(`packages/asl/data/${name}.json is stale: npm run generate`)
    process.exitCode = 1
  }
