/** What S3 needs. https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html */

import { isExpression } from '../../language/jsonata.ts'
import type { Call } from '../call.ts'
import { isArn } from '../permissions/arns.ts'
import { keyUse, useKey, useKeyOf } from '../permissions/encryption.ts'

/**
 * Of a bucket, by its name or by that of an access point in its place. Nothing where it cannot be told: the alias of an access point
 * is a name like a bucket's, and no resource.
 */
export const bucketArn = ({ arns }: Pick<Call, 'arns'>, bucket: string): string | undefined => {
  if (isArn(bucket)) return bucket
  const meaning = arns.meaning(bucket)
  if (typeof meaning === 'object') return meaning.arn
  return /-(?:s3alias|--ol-s3|--x-s3|\.mrap)$/.test(bucket) || bucket.includes('/')
    ? undefined
    : arns.global('s3', bucket)
}

/** Of the objects under a key of a bucket. https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html */
export const objectArn = (call: Pick<Call, 'arns'>, bucket: string, key: string): string | undefined => {
  const arn = bucketArn(call, bucket)
  return arn && `${arn}/${/:accesspoint\/[^/]+$/.test(arn) ? 'object/' : ''}${key}`
}

/** The action on one version of an object has a name of its own. @example ofVersion('s3:GetObjectAcl') // 's3:GetObjectVersionAcl' */
export const ofVersion = (action: string): string =>
  action
    .replace(/^(s3:(?:Get|Delete)Object)(?=Acl$|Tagging$|Torrent$|Attributes$|$)/, '$1Version')
    .replace(/^(s3:PutObject)(?=Acl$|Tagging$)/, '$1Version')

/** What a request to put an object asks for besides, by the field that asks for it. */
const besides: readonly (readonly [field: string, action: string])[] = [
  ['Acl', 's3:PutObjectAcl'],
  ['GrantFullControl', 's3:PutObjectAcl'],
  ['GrantRead', 's3:PutObjectAcl'],
  ['GrantReadACP', 's3:PutObjectAcl'],
  ['GrantWriteACP', 's3:PutObjectAcl'],
  ['Tagging', 's3:PutObjectTagging'],
  ['ObjectLockMode', 's3:PutObjectRetention'],
  ['ObjectLockRetainUntilDate', 's3:PutObjectRetention'],
  ['ObjectLockLegalHoldStatus', 's3:PutObjectLegalHold'],
]
const puts = new Set(['putObject', 'copyObject', 'createMultipartUpload'])

/** A text that is no URL stays what it is. */
const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html: BUCKET/KEY or ARN/object/KEY, encoded, with `?versionId=`. */
const onSource = (call: Call): void => {
  const source = call.said('CopySource')
  const text = typeof source === 'object' ? source.text : ''
  const [, path = '', version] = /^\/?(.+?)(\?versionId=.+)?$/.exec(text) ?? []
  const actions = [version === undefined ? 's3:GetObject' : 's3:GetObjectVersion']
  // Tags come along unless they are replaced.
  if (call.said('TaggingDirective') === 'nothing' && call.isGiven('Tagging') === false)
    actions.push(version === undefined ? 's3:GetObjectTagging' : 's3:GetObjectVersionTagging')
  call.on('CopySource', actions, () => {
    if (isArn(path)) return path
    const [bucket, ...key] = path.split('/')
    return bucket === undefined || key.length === 0 || path.startsWith('${')
      ? undefined
      : objectArn(call, bucket, decoded(key.join('/')))
  })
}

/** The objects that a call deletes at once. */
const onDeleted = (call: Call): void => {
  const objects = call.value('Delete.Objects')
  if (!Array.isArray(objects))
    return call.cannotDerive(['s3:DeleteObject'], 'Delete.Objects is known only to the running execution')
  for (const object of objects) {
    const key: unknown = object?.Key
    const actions = [object?.VersionId === undefined ? 's3:DeleteObject' : 's3:DeleteObjectVersion']
    if (typeof key !== 'string' || isExpression(key))
      call.cannotDerive(actions, 'a Key is known only to the running execution')
    else call.on('Bucket', actions, (bucket) => objectArn(call, bucket, key))
  }
}

/** A call on a bucket, or on one of its objects where it names a key. */
export const onS3 = (call: Call, action: string, actions: readonly string[], hasKey: boolean): void => {
  const { said, on, cannotDerive, isGiven } = call
  if (actions.some((each) => !each.startsWith('s3:')))
    return cannotDerive(actions, 'a bucket of a directory has an ARN that its name does not tell')
  if (action === 'deleteObjects') return onDeleted(call)
  if (!hasKey) return on('Bucket', actions, (bucket) => bucketArn(call, bucket))
  const key = said('Key')
  const onKey = (wanted: readonly string[]): void => {
    // The bucket is known and the key is not: all of the bucket would be more than the state asks for.
    if (typeof key !== 'object') return cannotDerive(wanted, 'Key is known only to the running execution')
    on('Bucket', wanted, (bucket) => objectArn(call, bucket, key.text))
  }
  const isCopy = action === 'copyObject' || action === 'uploadPartCopy'
  if (isCopy) onSource(call)
  const own = isCopy ? actions.filter((each) => each !== 's3:GetObject') : actions
  onKey([
    ...new Set([
      ...(isGiven('VersionId') ? own.map(ofVersion) : own),
      ...(puts.has(action) ? besides.filter(([field]) => isGiven(field)).map(([, more]) => more) : []),
      ...(isGiven('BypassGovernanceRetention') ? ['s3:BypassGovernanceRetention'] : []),
    ]),
  ])
  const use = own.some((each) => /:Put/.test(each)) ? keyUse.write : keyUse.read
  if (/^(?:get|head|put|copy|upload|create|complete)/.test(action)) useKeyOf(call, 'Bucket', use)
  useKey(call, 'SsekmsKeyId', keyUse.write)
}
