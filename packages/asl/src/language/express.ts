/** What an EXPRESS execution cannot do. https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html */
import type { Resource } from './resource.ts'

/** What a task does that an EXPRESS execution cannot wait for, and the code of the rule. */
export type RefusedInExpress =
  | { readonly code: 'ASL220'; readonly what: 'job' }
  | { readonly code: 'ASL221'; readonly what: 'token' }
  | { readonly code: 'ASL222'; readonly what: 'activity' }

/**
 * Why a task cannot stand in an EXPRESS execution; `undefined` where it can.
 *
 * @example refusedInExpress(parseResource('arn:aws:states:::batch:submitJob.sync')) // { code: 'ASL220', what: 'job' }
 */
export const refusedInExpress = (resource: Resource | undefined): RefusedInExpress | undefined => {
  if (resource?.kind === 'activity') return { code: 'ASL222', what: 'activity' }
  if (resource?.kind !== 'integration' && resource?.kind !== 'sdk') return undefined
  switch (resource.pattern) {
    case 'sync':
    case 'sync:2':
      return { code: 'ASL220', what: 'job' }
    case 'waitForTaskToken':
      return { code: 'ASL221', what: 'token' }
    case 'requestResponse':
      return undefined
  }
}
