// Hooks that load the emitter with a fault in it. A module that is imported with `?fault=…`, and every module of asl that it leads
// to, is loaded anew; the fault is { file, from, to } as JSON, and stands in the file below `emit/`.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { transformSync } from 'esbuild'

const faultOf = (url) => (url?.startsWith('file:') ? new URL(url).searchParams.get('fault') : null)

export const resolve = async (specifier, context, nextResolve) => {
  const resolved = await nextResolve(specifier, context)
  const fault = faultOf(context.parentURL)
  if (fault === null || !/^file:.*\/(packages\/asl\/src|conformance\/meaning)\/[^?]*$/.test(resolved.url))
    return resolved
  const url = new URL(resolved.url)
  url.searchParams.set('fault', fault)
  return { ...resolved, url: url.href }
}

export const load = (url, context, nextLoad) => {
  const fault = faultOf(url)
  if (fault === null) return nextLoad(url, context)
  const path = fileURLToPath(url.split('?')[0])
  const { file, from, to } = JSON.parse(fault)
  const text = readFileSync(path, 'utf8')
  const parts = path.endsWith(`/emit/${file}`) ? text.split(from) : [text]
  if (path.endsWith(`/emit/${file}`) && parts.length !== 2)
    throw new Error(`the place of the fault is ${parts.length - 1} times in ${file}`)
  return {
    format: 'module',
    shortCircuit: true,
    source: transformSync(parts.join(to), { loader: 'ts', format: 'esm', sourcefile: path }).code,
  }
}
