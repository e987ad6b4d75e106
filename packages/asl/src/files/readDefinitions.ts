/** Every definition that a file holds or leads to: the one reader that all commands use. */
import { basename } from 'node:path'
import type { Issue } from '../issue.ts'
import { isObject } from '../validate/outline/fields.ts'
import { didYouMean, quoted } from '../validate/report/wording.ts'
import { isTemplate, machinesInTemplate } from './cloudFormation.ts'
import {
  type Body,
  type DefinitionPlace,
  none,
  placeIn,
  readInnerText,
  readValue,
  readWhole,
} from './definitionBody.ts'
import { type Document, endingOf, type Path, positionIn, readAsYaml, readDocument } from './document.ts'
import { exportedMachine, isHistory } from './exported.ts'
import type { Found } from './found.ts'
import { otherFile } from './otherFile.ts'
import { checkPlaceholders, type Placeholder, placeholdersIn } from './placeholders.ts'
import { FileError, readText } from './readText.ts'
import { fileOf, isServerless, machinesBelow, machinesInService, variablesIn } from './serverless.ts'
import { machinesInTerraform } from './terraform/machines.ts'

export interface ReadDefinition {
  /**
   * The definition, as JSON has it: YAML and the intrinsic functions of CloudFormation are read, and what is known at deployment only
   * is a placeholder `${…}`. `undefined` when it cannot be read; `issues` or `unread` say why. It is not known to be valid: `issues`
   * says what is wrong, and `validate` gives it its type.
   */
  readonly definition: unknown
  /** The name of the machine: that of its resource, of its export, or of its file. */
  readonly name: string
  readonly type: 'STANDARD' | 'EXPRESS'
  readonly place: DefinitionPlace
  readonly placeholders: readonly Placeholder[]
  /** What fills the placeholders, by name, as the template has it. Those of a file that stands alone are filled elsewhere. */
  readonly substitutions: ReadonlyMap<string, unknown>
  /** Every error and warning about this definition, with the line and the column in `place.text`. */
  readonly issues: readonly Issue[]
  /** Why the definition is known at deployment only, and was not looked at. */
  readonly unread?: string
}

export interface ReadOptions {
  /** Of machines whose file does not say it. Default STANDARD. */
  readonly type?: 'STANDARD' | 'EXPRESS'
}

const nothing: Pick<ReadDefinition, 'definition' | 'placeholders' | 'substitutions' | 'issues'> = {
  definition: undefined,
  placeholders: [],
  substitutions: new Map(),
  issues: [],
}

/** `machine.asl.json.tftpl` is the machine `machine`. */
const nameOf = (file: string): string =>
  basename(file).replace(/(?:\.asl)?(?:\.(?:json|ya?ml))?(?:\.[a-z0-9]+)?$/i, '') || file

const unreadable = (name: string, place: DefinitionPlace, issues: readonly Issue[]): ReadDefinition => ({
  ...nothing,
  name,
  type: 'STANDARD',
  place,
  issues,
})

const missingFile = (file: string, why: string): Issue => ({
  code: 'ASL243',
  severity: 'error',
  path: '',
  message: `the definition should be in ${file}: ${why}.`,
  hint: 'Correct the path, which is relative to this file, or build the file first.',
})

/** The value at a path; `undefined` when nothing is there. */
const valueAt = (value: unknown, path: Path): unknown => {
  let at = value
  for (const key of path) at = isObject(at) && Object.hasOwn(at, key) ? at[String(key)] : undefined
  return at
}

/** Reads what a file leads to, and compares it with what its template declares. */
const resolved = async (found: Found, options: ReadOptions): Promise<ReadDefinition> => {
  const { name, document, path, body, declared } = found
  const type = found.type ?? options.type ?? 'STANDARD'
  const read = await bodyOf(found, type)
  if ('unread' in read) return { ...nothing, name, type, place: placeIn(document, path), unread: read.unread }
  if ('readDefinition' in read) return read.readDefinition
  const { definition, fills, bare, place, position } = read
  const placeholders = placeholdersIn(definition, bare)
  const issues = [...read.issues]
  if (declared !== undefined && definition !== undefined) {
    const { inDefinition, unused } = checkPlaceholders(placeholders, fills, declared)
    issues.push(...inDefinition.map(position))
    const names = new Set(placeholders.flatMap((each) => (fills.has(each.name) ? [] : [each.name])))
    for (const each of unused)
      issues.push({
        code: 'ASL241',
        severity: 'warning',
        path: '',
        message: `DefinitionSubstitutions${place.file === document.file ? '' : ` in ${document.file}`} declares ${quoted(each)}, and the definition has no such placeholder.`,
        hint: didYouMean(each, names).trim() || 'Remove it, or use it.',
        ...(declared.path !== undefined &&
          place.file === document.file &&
          positionIn(document, [...declared.path, each], 'key')),
      })
  }
  return {
    definition,
    name,
    type,
    place: body._tag === 'File' ? { ...place, from: document.file } : place,
    placeholders,
    substitutions: new Map([...(found.substitutions ?? []), ...(declared?.substitutions ?? []), ...fills]),
    issues,
  }
}

const bodyOf = async (
  { name, document, path, body }: Found,
  type: 'STANDARD' | 'EXPRESS',
): Promise<Body | { readonly unread: string } | { readonly readDefinition: ReadDefinition }> => {
  switch (body._tag) {
    case 'Elsewhere':
      return { unread: body.why }
    case 'Value':
      return readValue(
        document,
        path,
        body.value,
        type,
        body.bare ?? (body.isText ? variablesIn(body.value) : undefined),
      )
    case 'Text':
      return readInnerText(document, path, body, type)
    case 'File': {
      const other = await otherFile(body.file)
      if (other instanceof FileError)
        return {
          readDefinition: unreadable(name, placeIn(document, path), [
            {
              ...missingFile(body.file, other.reason),
              ...positionIn(document, path),
            },
          ]),
        }
      if ('issues' in other)
        return {
          readDefinition: unreadable(
            name,
            { file: body.file, path: '', text: other.text, from: document.file },
            other.issues,
          ),
        }
      if (body.path.length === 0) return readWhole(other.document, type)
      const value = valueAt(other.document.value, body.path)
      return readValue(other.document, body.path, value, type, variablesIn(value))
    }
  }
}

/** The machines of a Serverless service, which may be in files of their own. */
const machinesOfService = async (
  document: Document,
  value: { readonly stepFunctions: unknown },
): Promise<readonly Found[]> => {
  const machines = machinesInService(document, value)
  if (machines._tag === 'Here') return machines.found
  const other = await otherFile(machines.file)
  if (other instanceof FileError) throw other
  if ('issues' in other) return []
  const inner = valueAt(other.document.value, machines.path)
  const isOuter = machines.below === 'stepFunctions'
  const found = isOuter && isObject(inner) ? inner.stateMachines : inner
  const path = isOuter ? [...machines.path, 'stateMachines'] : machines.path
  const again = fileOf(found, other.document)
  if (again === undefined) return machinesBelow(found, other.document, path)
  const last = await otherFile(again.file)
  if (last instanceof FileError) throw last
  return 'issues' in last ? [] : machinesBelow(valueAt(last.document.value, again.path), last.document, again.path)
}

/** Templates are YAML 1.1, and take comments also where they look like JSON. */
const asTemplate = async (document: Document): Promise<Document> => {
  if (document.format === 'json') return document
  const again = await readAsYaml(document.file, document.text, '1.1')
  return 'issues' in again ? document : again
}

/**
 * The definitions in a text. `file` says which format it has, and where the files that it leads to are.
 *
 * @example await readDefinitionsIn('m.asl.json', '{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}')
 * @throws FileError for a file of machines that the text leads to and that cannot be read.
 */
export const readDefinitionsIn = async (
  file: string,
  text: string,
  options: ReadOptions = {},
): Promise<readonly ReadDefinition[]> => {
  const type = options.type ?? 'STANDARD'
  if (endingOf(file) === '.tf' || endingOf(file) === '.tofu') {
    const terraform = machinesInTerraform(file, text)
    return 'issues' in terraform
      ? [{ ...unreadable(nameOf(file), { file, path: '', text }, terraform.issues), type }]
      : readEach(terraform.found, options)
  }
  const document = await readDocument(file, text)
  if ('issues' in document) {
    // Templates are read as YAML whatever they are called: with comments they are no JSON, and still templates.
    const template = endingOf(file) === '.json' ? await readAsYaml(file, text, '1.1') : document
    if (!('issues' in template) && isTemplate(template.value)) return readMachines(template, options)
    return [{ ...unreadable(nameOf(file), { file, path: '', text }, document.issues), type }]
  }
  return readMachines(document, options)
}

const readEach = async (found: readonly Found[], options: ReadOptions): Promise<readonly ReadDefinition[]> => {
  const read: ReadDefinition[] = []
  for (const one of found) read.push(await resolved(one, options))
  return read
}

const readMachines = async (document: Document, options: ReadOptions): Promise<readonly ReadDefinition[]> => {
  const { file, value } = document
  const type = options.type ?? 'STANDARD'
  const each = (found: readonly Found[]) => readEach(found, options)
  if (isTemplate(value)) {
    const template = await asTemplate(document)
    return each(await machinesInTemplate(template, template.value as typeof value))
  }
  if (isServerless(value)) return each(await machinesOfService(document, value))
  if (isHistory(value)) return []
  const exported = exportedMachine(value)
  const text = exported?.definition ?? (typeof value === 'string' && value.startsWith('{') ? value : undefined)
  const found: Found = {
    name: exported?.name ?? nameOf(file),
    type: exported?.type,
    document,
    path: exported === undefined ? [] : ['definition'],
    body: { _tag: 'Text', text: text ?? '', fills: none },
  }
  if (text !== undefined) return each([found])
  const { definition, bare, issues, place } = readWhole(document, type)
  return [
    {
      definition,
      name: found.name,
      type,
      place,
      placeholders: placeholdersIn(definition, bare),
      substitutions: none,
      issues,
    },
  ]
}

/**
 * The definitions that a file holds or leads to: ASL in JSON or YAML, also as a template of Terraform; configurations of Terraform;
 * templates of CloudFormation, SAM and CDK, with the files that they name; services of the Serverless Framework; what `aws stepfunctions describe-state-machine` prints.
 * A file without definitions gives none. What is wrong with a definition is in its `issues`.
 *
 * @example
 * for (const { name, definition, issues } of await readDefinitions('template.yaml')) …
 * @throws FileError when the file cannot be read, or is no regular file.
 */
export const readDefinitions = async (file: string, options: ReadOptions = {}): Promise<readonly ReadDefinition[]> => {
  const { text, issues } = await readText(file)
  const read = await readDefinitionsIn(file, text, options)
  if (issues.length === 0) return read
  const [first = unreadable(nameOf(file), { file, path: '', text }, []), ...rest] = read
  return [{ ...first, issues: [...issues, ...first.issues] }, ...rest]
}
