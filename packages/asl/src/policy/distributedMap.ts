/** What a distributed Map needs: its own machine, whose children it starts, and S3. */
import type { MapState, QueryLanguage } from '../states.ts'
import { type Said, type Sink, saidIn, shown } from './call.ts'
import type { Arns, Place } from './permissions/arns.ts'
import { keyUse, untoldKey } from './permissions/encryption.ts'
import { bucketArn, objectArn } from './services/s3.ts'

const isWhole = (said: Said): said is { readonly text: string } => typeof said === 'object'

/** The `Resource` of a reader or a writer: which API of S3 it calls. */
const resourceOf = (template: unknown): string =>
  typeof template === 'object' && template !== null && 'Resource' in template ? String(template.Resource) : ''

/** https://docs.aws.amazon.com/step-functions/latest/dg/iam-policies-eg-dist-map.html */
export const allowDistributedMap = (
  state: string,
  map: MapState,
  language: QueryLanguage,
  place: Place,
  arns: Arns,
  { grants, underived }: Sink,
): void => {
  grants.push({ actions: ['states:StartExecution'], resources: [arns.own] })
  // The developer guide says NAME:*, while the ARNs of the children of a Map Run are NAME/LABEL:ID.
  grants.push({
    actions: ['states:DescribeExecution', 'states:StopExecution'],
    resources: [arns.of('states', `execution:${place.name}:*`), arns.of('states', `execution:${place.name}/*`)],
  })
  grants.push({
    actions: ['states:RedriveExecution'],
    resources: [arns.of('states', `execution:${place.name}/*:*`)],
  })
  const args = language === 'JSONata' ? 'Arguments' : 'Parameters'
  const onObjects = (template: unknown, keyField: string, actions: readonly string[], suffix: string) => {
    const bucket = saidIn(template, `${args}.Bucket`, language)
    const key = saidIn(template, `${args}.${keyField}`, language)
    if (!isWhole(bucket) || key === 'dynamic') {
      const field = isWhole(bucket) ? keyField : 'Bucket'
      for (const action of actions)
        underived.push({ state, action, why: `the ${field} is known only to the running execution` })
      return
    }
    const prefix = isWhole(key) ? key.text : ''
    const path = suffix.startsWith('/') && (prefix === '' || prefix.endsWith('/')) ? suffix.slice(1) : suffix
    const resource = objectArn({ arns }, bucket.text, `${prefix}${path}`)
    if (resource !== undefined) grants.push({ actions, resources: [resource] })
    else
      for (const action of actions)
        underived.push({ state, action, why: `the ARN cannot be told from the Bucket ${shown(bucket.text)}` })
    const uses = actions.includes('s3:PutObject') ? keyUse.write : keyUse.read
    const meaning = arns.meaning(bucket.text)
    if (typeof meaning !== 'object')
      for (const action of uses) underived.push({ state, action, ...untoldKey('Bucket') })
    else if (meaning.key !== undefined) grants.push({ actions: uses, resources: [meaning.key] })
  }
  if (map.ItemReader !== undefined) {
    const reader = map.ItemReader
    if (resourceOf(reader).includes(':listObjectsV2')) {
      const bucket = saidIn(reader, `${args}.Bucket`, language)
      const listed = isWhole(bucket) ? bucketArn({ arns }, bucket.text) : undefined
      if (listed !== undefined) grants.push({ actions: ['s3:ListBucket'], resources: [listed] })
      else if (isWhole(bucket))
        underived.push({
          state,
          action: 's3:ListBucket',
          why: `the ARN cannot be told from the Bucket ${shown(bucket.text)}`,
        })
      else underived.push({ state, action: 's3:ListBucket', why: 'the Bucket is known only to the running execution' })
      // Reads what it lists where the objects are to be flattened into one list.
      if (isWhole(saidIn(reader, 'ReaderConfig.Transformation', language)))
        onObjects(reader, 'Prefix', ['s3:GetObject'], '*')
    } else {
      // A version is another resource's permission, not the same one's. https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html
      const isVersion = saidIn(reader, `${args}.VersionId`, language) !== 'nothing'
      onObjects(reader, 'Key', [isVersion ? 's3:GetObjectVersion' : 's3:GetObject'], '')
    }
    const type = saidIn(reader, 'ReaderConfig.InputType', language)
    const manifest = saidIn(reader, 'ReaderConfig.ManifestType', language)
    if ((isWhole(type) && type.text === 'MANIFEST') || (isWhole(manifest) && manifest.text === 'ATHENA_DATA'))
      underived.push({ state, action: 's3:GetObject', why: 'which objects a manifest names stands in the manifest' })
  }
  if (map.ResultWriter !== undefined && resourceOf(map.ResultWriter) !== '')
    onObjects(
      map.ResultWriter,
      'Prefix',
      ['s3:AbortMultipartUpload', 's3:GetObject', 's3:ListMultipartUploadParts', 's3:PutObject'],
      '/*',
    )
}
