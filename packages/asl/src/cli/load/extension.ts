/** `--extend`: what a person adds to a template. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Extension } from '../../deploy/cloudformation/template.ts'
import { readYaml } from '../../files/yaml.ts'
import { didYouMean } from '../../validate/report/wording.ts'
import type { Session } from '../session.ts'
import { UsageError } from './module.ts'

const sections = ['Parameters', 'Resources', 'Outputs', 'Conditions', 'Mappings', 'Metadata', 'Globals'] as const

/** `!GetAtt a.b` is a list in JSON. */
const withAttributes = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withAttributes)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) =>
      key === 'Fn::GetAtt' && typeof field === 'string'
        ? [key, [field.slice(0, field.indexOf('.')), field.slice(field.indexOf('.') + 1)]]
        : [key, withAttributes(field)],
    ),
  )
}

/**
 * Sections of a template, from a file of YAML or JSON, with CloudFormation's short tags.
 *
 * @throws UsageError when it cannot be read, or holds what is no section.
 */
export const readExtension = (path: string, { reads }: Session): Extension => {
  const fault = (why: string): UsageError => new UsageError(`--extend ${path}: ${why}.`)
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    throw fault((error as Error).message)
  }
  reads.add(resolve(path))
  const read = readYaml(text, '1.1')
  if ('issues' in read) throw fault(read.issues.map(({ message }) => message.replace(/\.$/, '')).join('; '))
  const value = withAttributes(read.value)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw fault('it holds no sections')
  for (const [name, section] of Object.entries(value)) {
    if (!sections.some((known) => known === name))
      throw fault(
        `there is no section ${JSON.stringify(name)}.${didYouMean(name, sections)} It takes ${sections.join(', ')}`,
      )
    if (typeof section !== 'object' || section === null || Array.isArray(section))
      throw fault(`${name} is not an object`)
  }
  return value as Extension
}
