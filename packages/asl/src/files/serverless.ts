/** Definitions in files of the Serverless Framework. https://www.serverless.com/plugins/serverless-step-functions */
import { dirname, join } from 'node:path'
import { pointer } from '../issue.ts'
import { isObject } from '../validate/outline/fields.ts'
import type { Document, Path } from './document.ts'
import type { Body, Found } from './found.ts'

type Members = Readonly<Record<string, unknown>>

/** Whether a value is a service with Step Functions. */
export const isServerless = (value: unknown): value is { readonly stepFunctions: unknown } =>
  isObject(value) && value.stepFunctions !== undefined && value.States === undefined

/** `${file(./machine.yml):orders}`: a file, and the path in it. */
const fileForm = /^\$\{file\(\s*(['"]?)([^'"${})]+)\1\s*\)(?::([\w.-]+))?\}$/

/** The file that a text stands for, relative to the one that it stands in. */
export const fileOf = (
  value: unknown,
  document: Document,
): { readonly file: string; readonly path: Path } | undefined => {
  const [, , file, path] = typeof value === 'string' ? (fileForm.exec(value) ?? []) : []
  if (file === undefined) return undefined
  return { file: join(dirname(document.file), file.trim()), path: path === undefined ? [] : path.split('.') }
}

const bodyOf = (definition: unknown, document: Document): Body => {
  const file = fileOf(definition, document)
  if (file !== undefined) return { _tag: 'File', ...file }
  if (typeof definition !== 'string') return { _tag: 'Value', value: definition, isText: true }
  return definition.startsWith('{')
    ? { _tag: 'Text', text: definition, fills: new Map() }
    : { _tag: 'Elsewhere', why: `${definition} gives its definition` }
}

/**
 * A variable of Serverless that is a whole value: it is replaced by what it stands for, a number by a number, in quotes or without.
 */
const variableForm = /^\$\{(?!AWS::)[A-Za-z]+[:(].*\}$/s

/** The places of such variables in a value, as JSON pointers. */
export const variablesIn = (value: unknown): ReadonlySet<string> => {
  const found = new Set<string>()
  const open: { readonly value: unknown; readonly path: Path }[] = [{ value, path: [] }]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next.value === 'string' && variableForm.test(next.value)) found.add(pointer(next.path))
    else if (typeof next.value === 'object' && next.value !== null)
      for (const [key, inner] of Object.entries(next.value)) open.push({ value: inner, path: [...next.path, key] })
  }
  return found
}

/** Where machines may be kept apart from the service: `stepFunctions` or `stateMachines` may be a file. */
export type Machines =
  | { readonly _tag: 'Here'; readonly found: readonly Found[] }
  | {
      readonly _tag: 'File'
      readonly file: string
      readonly path: Path
      readonly below: 'stepFunctions' | 'stateMachines'
    }

/** The machines in a value that is `stateMachines`, at a path of a document. */
export const machinesBelow = (machines: unknown, document: Document, path: Path): readonly Found[] =>
  !isObject(machines)
    ? []
    : Object.entries(machines).flatMap(([key, machine]): Found[] => {
        if (!isObject(machine) || machine.definition === undefined) return []
        return [
          {
            name: key,
            type: machine.type === 'EXPRESS' ? 'EXPRESS' : 'STANDARD',
            document,
            path: [...path, key, 'definition'],
            body: bodyOf(machine.definition, document),
          },
        ]
      })

/** The machines of a service. */
export const machinesInService = (document: Document, service: Members): Machines => {
  const { stepFunctions } = service
  const outer = fileOf(stepFunctions, document)
  if (outer !== undefined) return { _tag: 'File', ...outer, below: 'stepFunctions' }
  if (!isObject(stepFunctions)) return { _tag: 'Here', found: [] }
  const inner = fileOf(stepFunctions.stateMachines, document)
  if (inner !== undefined) return { _tag: 'File', ...inner, below: 'stateMachines' }
  return {
    _tag: 'Here',
    found: machinesBelow(stepFunctions.stateMachines, document, ['stepFunctions', 'stateMachines']),
  }
}
