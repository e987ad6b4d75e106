// Prints how fast this library is, as ratios to named peers taken in one run. Needs the build.
// usage: node --expose-gc bench/run.mjs [emission] [handler] [types] [graph] [validate] [execute] [serve] [services]
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const subjects = ['emission', 'handler', 'types', 'graph', 'validate', 'execute', 'serve', 'services']
const wanted = process.argv.slice(2)
for (const name of wanted)
  if (!subjects.includes(name)) throw new Error(`there is no ${name}: it is one of ${subjects.join(', ')}`)

for (const name of wanted.length > 0 ? wanted : subjects) {
  if (name === 'execute') {
    // Of memory and warm-up each of its workloads wants a process of its own.
    console.log('## Execution\n')
    spawnSync(process.execPath, ['--expose-gc', fileURLToPath(new URL('execute.mjs', import.meta.url))], {
      stdio: 'inherit',
    })
    continue
  }
  if (name === 'serve') {
    // What it measures of memory is its own.
    spawnSync(process.execPath, ['--expose-gc', fileURLToPath(new URL('serve.mjs', import.meta.url))], {
      stdio: 'inherit',
    })
    continue
  }
  const { title, note, measure } = await import(`./${name}.mjs`)
  console.log(`## ${title}\n\n${note}\n\n${await measure()}\n`)
}
