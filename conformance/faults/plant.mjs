// Loads one module of the emitter with a fault in it. `FAULT` is { file, from, to } as JSON.
import { readFileSync } from 'node:fs'
import { register } from 'node:module'
import { fileURLToPath } from 'node:url'
import { isMainThread } from 'node:worker_threads'
import { transformSync } from 'esbuild'

if (isMainThread) register(import.meta.url)

const { file, from, to } = JSON.parse(process.env.FAULT ?? '{}')

export const load = (url, context, nextLoad) => {
  if (file === undefined || !url.startsWith('file:') || !fileURLToPath(url.split('?')[0]).endsWith(`/emit/${file}`))
    return nextLoad(url, context)
  const text = readFileSync(new URL(url), 'utf8')
  const parts = text.split(from)
  if (parts.length !== 2) throw new Error(`the place of the fault is ${parts.length - 1} times in ${file}`)
  return {
    format: 'module',
    shortCircuit: true,
    source: transformSync(parts.join(to), { loader: 'ts', format: 'esm' }).code,
  }
}
