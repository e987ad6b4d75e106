// Hooks that load the emitter with a fault in it. A module that is imported with `?fault=…`, and every module of asl that it leads
// to, is loaded anew; the fault is { file, from, to } as JSON, and stands in the file below `emit/`.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { transformSync } from 'esbuild'

// Not `file:`: what has a fault in it is not counted among what the tests cover.
const scheme = 'planted:'

const faultOf = (url) => {
  if (url === undefined || !(url.startsWith('file:') || url.startsWith(scheme))) return null
  return new URL(url).searchParams.get('fault')
}

const asFile = (url) => url.split('?')[0].replace(scheme, 'file:')

export const resolve = async (specifier, context, nextResolve) => {
  const fault = faultOf(context.parentURL) ?? faultOf(specifier)
  if (fault === null) return nextResolve(specifier, context)
  const isFromFile = context.parentURL === undefined || context.parentURL.startsWith('file:')
  const parent = isFromFile ? context : { ...context, parentURL: asFile(context.parentURL) }
  const resolved = await nextResolve(specifier.startsWith('file:') ? asFile(specifier) : specifier, parent)
  if (!/^file:.*\/(packages\/asl\/src|conformance\/meaning)\/[^?]*$/.test(resolved.url)) return resolved
  const url = new URL(resolved.url.replace('file:', scheme))
  url.searchParams.set('fault', fault)
  return { ...resolved, url: url.href, shortCircuit: true }
}

export const load = (url, context, nextLoad) => {
  const fault = faultOf(url)
  if (fault === null) return nextLoad(url, context)
  const path = fileURLToPath(asFile(url))
  const { file, from, to } = JSON.parse(fault)
  const text = readFileSync(path, 'utf8')
  const parts = path.endsWith(`/emit/${file}`) ? text.split(from) : [text]
  if (path.endsWith(`/emit/${file}`) && parts.length !== 2)
    throw new Error(`the place of the fault is ${parts.length - 1} times in ${file}`)
  return {
    format: 'module',
    shortCircuit: true,
    source: transformSync(parts.join(to), {
      loader: 'ts',
      format: 'esm',
      sourcefile: path,
      define: { 'import.meta.url': JSON.stringify(asFile(url)) },
    }).code,
  }
}
