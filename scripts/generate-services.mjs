// Writes packages/asl/data: what there is to call of the AWS SDK (services.json), what it answers (answers.json), and what IAM asks for it
// (actions.json).
// usage: node scripts/generate-services.mjs [--models DIR] [--check]
//   --models DIR   reads the models of the APIs anew, from the data folder of botocore (CONTRIBUTING.md says how to get it).
//                  Without it services.json and answers.json stay, and actions.json is made of it and of the installed packages
//   --check        fails when actions.json is stale; needs no network
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { readIam } from './services/actions.mjs'
import { readServices } from './services/models.mjs'
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
  writeFileSync(file('answers'), `${lines(answers)}\n`)
  console.log(`wrote ${Object.keys(services).length} services`)
}
const { actions, resources } = readIam(JSON.parse(readFileSync(file('services'), 'utf8')))
const text = `{\n"reference": ${JSON.stringify(referenceVersion)},\n"actions": ${lines(actions)},\n"resources": ${lines(resources)}\n}\n`
if (args.includes('--check')) {
  if (!existsSync(file('actions')) || readFileSync(file('actions'), 'utf8') !== text) {
    console.error('packages/asl/data/actions.json is stale: npm run generate')
    process.exitCode = 1
  }
} else writeFileSync(file('actions'), text)
