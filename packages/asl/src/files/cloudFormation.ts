/** Definitions in CloudFormation and SAM templates, and those that CDK synthesizes. */
import { basename, dirname, join } from 'node:path'
import { isObject } from '../validate/outline/fields.ts'
import type { Document, Path } from './document.ts'
import type { Body, Declared, Found } from './found.ts'
import { includedBy, includedFiles, isLocal, withIncludes } from './includes.ts'
import { filledBy, intrinsicIn } from './intrinsics.ts'
import { otherFile } from './otherFile.ts'
import { readText } from './readText.ts'

type Members = Readonly<Record<string, unknown>>

/** Whether a value is a template. */
export const isTemplate = (value: unknown): value is { readonly Resources: Members } =>
  isObject(value) && isObject(value.Resources) && value.States === undefined

const elsewhere = (why: string): Body => ({ _tag: 'Elsewhere', why })

/** A location that a template names: a path beside it, which `aws cloudformation package` uploads, or an address. */
const located = (location: string, document: Document): Body =>
  isLocal(location)
    ? { _tag: 'File', file: join(dirname(document.file), location), path: [] }
    : elsewhere(`its definition is at ${location}`)

/** The text of a key in S3, which CDK writes as `Fn::Sub` without placeholders. */
const keyText = (key: unknown): string | undefined => (typeof key === 'string' ? key : filledBy(key)?.text)

/**
 * The file that CDK uploads to a key in S3: the asset manifest beside the template names it.
 * https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.cloud_assembly_schema.AssetManifest.html
 */
const assetAt = async (key: string, { file }: Document): Promise<string | undefined> => {
  const manifest = file.replace(/\.template\.json$/, '.assets.json')
  if (manifest === file) return undefined
  try {
    const assets: unknown = JSON.parse((await readText(manifest)).text)
    if (!isObject(assets) || !isObject(assets.files)) return undefined
    for (const asset of Object.values(assets.files)) {
      if (!isObject(asset) || !isObject(asset.source) || !isObject(asset.destinations)) continue
      const isThis = Object.values(asset.destinations).some((to) => isObject(to) && to.objectKey === key)
      if (isThis && typeof asset.source.path === 'string') return join(dirname(file), asset.source.path)
    }
  } catch {
    // Without a manifest, or with one of another kind, it is as any other object in S3.
  }
  return undefined
}

const inS3 = async (location: Members, document: Document): Promise<Body> => {
  const key = keyText(location.Key)
  const asset = key === undefined ? undefined : await assetAt(basename(key), document)
  return asset === undefined
    ? elsewhere(`its definition is in S3${key === undefined ? '' : `, at ${key}`}`)
    : { _tag: 'File', file: asset, path: [] }
}

const isJsonString = (value: unknown): value is { readonly 'Fn::ToJsonString': Members } =>
  intrinsicIn(value) === 'Fn::ToJsonString' && isObject((value as Members)['Fn::ToJsonString'])

interface Placed {
  readonly path: Path
  readonly body: Body
}

const ofValue = async (value: unknown, path: Path, document: Document): Promise<Placed> => {
  const intrinsic = intrinsicIn(value)
  const included = intrinsic === 'Fn::Transform' ? includedBy(value) : undefined
  if (included !== undefined) return { path, body: located(included, document) }
  if (intrinsic !== undefined) return { path, body: elsewhere(`${intrinsic} gives its definition`) }
  const whole = await withIncludes(value, document)
  return 'missing' in whole
    ? { path, body: { _tag: 'File', file: whole.missing, path: [] } }
    : { path, body: { _tag: 'Value', value: whole.value, isText: true } }
}

const ofString = async (value: unknown, path: Path, document: Document): Promise<Placed> => {
  if (includedBy(value) !== undefined) return ofValue(value, path, document)
  if (isJsonString(value))
    return {
      path: [...path, 'Fn::ToJsonString'],
      body: { _tag: 'Value', value: value['Fn::ToJsonString'], isText: false },
    }
  if (typeof value === 'string') return { path, body: { _tag: 'Text', text: value, fills: new Map<string, unknown>() } }
  const key = intrinsicIn(value)
  const filled = key === 'Fn::Sub' || key === 'Fn::Join' ? filledBy(value) : undefined
  if (filled === undefined) return { path, body: elsewhere(`${key ?? 'what it is'} is known at deployment only`) }
  const isList = key === 'Fn::Sub' && Array.isArray((value as Members)['Fn::Sub'])
  const textPath = key === 'Fn::Join' ? path : isList ? [...path, 'Fn::Sub', 0] : [...path, 'Fn::Sub']
  return { path: textPath, body: { _tag: 'Text', ...filled } }
}

/** Where a machine's properties say its definition is. */
const definitionOf = async (properties: Members, path: Path, document: Document): Promise<Placed | undefined> => {
  const { Definition, DefinitionString, DefinitionUri, DefinitionS3Location } = properties
  if (Definition !== undefined) return ofValue(Definition, [...path, 'Definition'], document)
  if (DefinitionString !== undefined) return ofString(DefinitionString, [...path, 'DefinitionString'], document)
  const key = DefinitionUri === undefined ? 'DefinitionS3Location' : 'DefinitionUri'
  const location = DefinitionUri ?? DefinitionS3Location
  if (typeof location === 'string') return { path: [...path, key], body: located(location, document) }
  if (isObject(location)) return { path: [...path, key], body: await inS3(location, document) }
  return undefined
}

const kinds: ReadonlyMap<unknown, string> = new Map([
  ['AWS::StepFunctions::StateMachine', 'StateMachineType'],
  ['AWS::Serverless::StateMachine', 'Type'],
])

const namesIn = (value: unknown): readonly string[] => (isObject(value) ? Object.keys(value) : [])

const declaredIn = (properties: Members, path: Path, resources: ReadonlySet<string>): Declared => {
  const { DefinitionSubstitutions: given } = properties
  if (given === undefined) return { substitutions: new Map(), path: undefined, resources }
  const isKnown = isObject(given) && intrinsicIn(given) === undefined
  return {
    substitutions: isKnown ? new Map(Object.entries(given)) : undefined,
    path: isKnown ? [...path, 'DefinitionSubstitutions'] : undefined,
    resources,
  }
}

/** The machines among resources. `resources` are the names that `Fn::Sub` can use. */
const machinesIn = async (
  document: Document,
  members: Members,
  prefix: Path,
  resources: ReadonlySet<string>,
): Promise<readonly Found[]> => {
  const found: Found[] = []
  for (const [name, resource] of Object.entries(members)) {
    if (!isObject(resource) || !isObject(resource.Properties)) continue
    const typeField = kinds.get(resource.Type)
    if (typeField === undefined) continue
    const path: Path = [...prefix, name, 'Properties']
    const placed = (await definitionOf(resource.Properties, path, document)) ?? {
      path,
      body: elsewhere('it has no definition'),
    }
    const type = resource.Properties[typeField]
    found.push({
      name,
      type: type === 'EXPRESS' ? 'EXPRESS' : type === undefined || type === 'STANDARD' ? 'STANDARD' : undefined,
      document,
      ...placed,
      declared: declaredIn(resource.Properties, path, resources),
    })
  }
  return found
}

/** The members of an included file; an unreadable file is reported like that of a machine. */
const fromFile = async (
  file: string,
  document: Document,
  path: Path,
  body: (document: Document, members: Members) => Promise<readonly Found[]>,
): Promise<readonly Found[]> => {
  const other = await otherFile(file, '1.1')
  if ('document' in other && isObject(other.document.value)) return body(other.document, other.document.value)
  return [{ name: basename(file), type: undefined, document, path, body: { _tag: 'File', file, path: [] } }]
}

/** The definitions of a template's state machines, one for each machine, those in included files too. */
export const machinesInTemplate = async (
  document: Document,
  template: { readonly Resources: Members } & Members,
): Promise<readonly Found[]> => {
  const { Resources } = template
  const resources = new Set([...namesIn(Resources), ...namesIn(template.Parameters)])
  const sections: (readonly Found[])[] = []
  for (const file of includedFiles(Resources, document))
    sections.push(
      await fromFile(file, document, ['Resources', 'Fn::Transform'], (inner, members) => {
        for (const name of namesIn(members)) resources.add(name)
        return machinesIn(inner, members, [], resources)
      }),
    )
  for (const file of includedFiles(template, document))
    sections.push(
      await fromFile(file, document, [], async (inner, members) =>
        isObject(members.Resources) ? machinesIn(inner, members.Resources, ['Resources'], resources) : [],
      ),
    )
  return [...(await machinesIn(document, Resources, ['Resources'], resources)), ...sections.flat()]
}
