/**
 * Keys of KMS that data is encrypted with. A definition names one now and then; that of a queue, a table or a bucket stands with these,
 * where only a tool that has them at hand can see it.
 */

import type { Call } from '../call.ts'
import { isArn } from './arns.ts'

/** What a use of encrypted data asks for: https://docs.aws.amazon.com/kms/latest/developerguide/service-integration.html */
export const keyUse = {
  read: ['kms:Decrypt'],
  write: ['kms:Decrypt', 'kms:GenerateDataKey'],
} as const

/** Why the key of a field's resource is unknown, and when one is needed. */
export const untoldKey = (field: string): { readonly why: string; readonly onlyIf: string } => ({
  why: `a definition does not tell how what ${field} names is encrypted`,
  onlyIf: `what ${field} names is encrypted with a key of KMS that is yours`,
})

/** Allows to use the key of what a field names, where somebody knows it; where nobody does, says that there may be one. */
export const useKeyOf = (
  { said, isGiven, arns, allow, cannotDerive }: Call,
  field: string,
  actions: readonly string[],
): void => {
  const what = said(field)
  if (!isGiven(field)) return
  const meaning = typeof what === 'object' ? arns.meaning(what.text) : undefined
  if (typeof meaning === 'object') {
    if (meaning.key !== undefined) allow(actions, [meaning.key])
  } else {
    const { why, onlyIf } = untoldKey(field)
    cannotDerive(actions, why, onlyIf)
  }
}

/** Allows to use the key that a field names itself: by its ARN or its id. The ARN of an alias is no resource of these actions. */
export const useKey = ({ said, on, arns }: Call, field: string, actions: readonly string[]): void => {
  if (said(field) === 'nothing') return
  on(field, actions, (key) => {
    const arn = isArn(key) || !key.startsWith('alias/') ? arns.named('kms', 'key/', key) : undefined
    return arn?.includes(':alias/') ? undefined : arn
  })
}
