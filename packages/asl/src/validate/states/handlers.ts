/** Retriers and catchers: the order and the names of their errors, and waits that fit together. Shapes are checked before. */
import { isObject } from '../outline/fields.ts'
import type { StateEntry } from '../outline/outline.ts'
import { type Place, within } from '../report/place.ts'
import type { Report } from '../report/report.ts'
import { closest, quoted } from '../report/wording.ts'

/** The errors that Step Functions itself reports. */
const reserved: ReadonlySet<string> = new Set([
  'States.ALL',
  'States.BranchFailed',
  'States.DataLimitExceeded',
  'States.ExceedToleratedFailureThreshold',
  'States.HeartbeatTimeout',
  'States.Http.Socket',
  'States.IntrinsicFailure',
  'States.ItemReaderFailed',
  'States.NoChoiceMatched',
  'States.ParameterPathFailure',
  'States.Permissions',
  'States.QueryEvaluationError',
  'States.ResultPathMatchFailure',
  'States.ResultWriterFailed',
  'States.Runtime',
  'States.TaskFailed',
  'States.Timeout',
])

/** Names that nothing is wrong with, wherever they stand first. */
const fine: ReadonlySet<string> = new Set([
  ...[...reserved].filter((name) => name !== 'States.ALL' && name !== 'States.Runtime'),
  'Lambda.AWSLambdaException',
  'Lambda.ClientExecutionTimeoutException',
  'Lambda.SdkClientException',
  'Lambda.ServiceException',
  'Lambda.TooManyRequestsException',
])

const checkErrorName = (name: string, place: Place, list: string, report: Report): void => {
  if (name === 'States.Runtime')
    report.warn(
      'ASL122',
      place,
      `nothing ${list === 'Catch' ? 'catches' : 'retries'} States.Runtime: it always ends the execution.`,
      'Remove it; make the path or expression that fails safe instead.',
    )
  else if (name.startsWith('States.') ? !reserved.has(name) : /^State\.|^states\./.test(name)) {
    const guess = closest(name, reserved)
    report.warn(
      'ASL121',
      place,
      `Step Functions has no error ${quoted(name)}, so this never matches.`,
      guess === undefined
        ? 'Names that start with "States." are reserved; rename your own error.'
        : `Did you mean ${quoted(guess)}?`,
    )
  }
}

/** One list of retriers or catchers. */
const checkList = (list: 'Retry' | 'Catch', holders: readonly unknown[], place: Place, report: Report): void => {
  /** Error names of earlier entries: what they match never comes here. */
  const taken = new Set<string>()
  for (let i = 0; i < holders.length; i += 1) {
    const holder = holders[i]
    if (!isObject(holder) || !Array.isArray(holder.ErrorEquals)) continue
    const names: readonly unknown[] = holder.ErrorEquals
    for (let j = 0; j < names.length; j += 1) {
      const name = names[j]
      if (typeof name !== 'string') continue
      if (fine.has(name) && taken.size === 0) continue
      const at = (): Place => within(place, i, 'ErrorEquals', j)
      if (name === 'States.ALL') {
        if (names.length > 1)
          report.error(
            'ASL112',
            at(),
            'States.ALL must be alone in its ErrorEquals.',
            'Remove the other names: States.ALL matches them too.',
          )
        else if (i < holders.length - 1)
          report.error(
            'ASL113',
            at(),
            `States.ALL must be in the last entry of ${list}.`,
            'Move this entry to the end: entries after it never match.',
          )
        continue
      }
      if (!name.includes('${')) checkErrorName(name, at(), list, report)
      if (taken.has(name))
        report.warn(
          'ASL122',
          at(),
          `${quoted(name)} is already listed in an earlier entry, which matches first.`,
          'Remove one of the two.',
        )
    }
    if (i < holders.length - 1) for (const name of names) if (typeof name === 'string') taken.add(name)
  }
}

const checkWaits = (retrier: Readonly<Record<string, unknown>>, place: Place, report: Report): void => {
  const { IntervalSeconds: interval = 1, MaxDelaySeconds: most } = retrier
  if (interval === 0)
    report.warn(
      'ASL114',
      within(place, 'IntervalSeconds'),
      'IntervalSeconds is 0; the specification asks for a positive number.',
      'Use 1 or more.',
    )
  if (typeof most === 'number' && typeof interval === 'number' && most >= 1 && most <= interval && interval > 1)
    report.warn(
      'ASL118',
      within(place, 'MaxDelaySeconds'),
      `MaxDelaySeconds (${most}) must be greater than IntervalSeconds (${interval}).`,
      'Raise it above the first wait, or leave it out.',
    )
}

/** Checks what a state does about errors. */
export const checkHandlers = ({ value, place, language }: StateEntry, report: Report): void => {
  const { Retry: retriers, Catch: catchers } = value
  if (Array.isArray(retriers)) {
    const at = within(place, 'Retry')
    checkList('Retry', retriers, at, report)
    for (const [i, retrier] of retriers.entries()) if (isObject(retrier)) checkWaits(retrier, within(at, i), report)
  }
  if (!Array.isArray(catchers)) return
  const at = within(place, 'Catch')
  checkList('Catch', catchers, at, report)
  for (const [i, catcher] of catchers.entries()) {
    if (!isObject(catcher)) continue
    if (language === 'JSONata' && catcher.ResultPath !== undefined)
      report.error(
        'ASL194',
        within(at, i, 'ResultPath'),
        'the query language is JSONata, and ResultPath belongs to JSONPath.',
        'Use "Output", which reads $states.errorOutput.',
        'key',
      )
    if (language === 'JSONPath' && catcher.Output !== undefined)
      report.error(
        'ASL194',
        within(at, i, 'Output'),
        'the query language is JSONPath, and Output belongs to JSONata.',
        'Use "ResultPath".',
        'key',
      )
  }
}
