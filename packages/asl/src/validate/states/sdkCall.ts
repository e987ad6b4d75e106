/**
 * Calls of the AWS SDK: whether there is such a service and action, and what it is given. The table may be older than AWS, so what it
 * does not have is a warning; an error is only what AWS refuses whatever is new.
 */
import type { Resource } from '../../language/resource.ts'
import { sdkService, sdkServices } from '../../sdk/services.ts'
import { sdkStructures } from '../../sdk/structures.ts'
import type { StateEntry } from '../outline/outline.ts'
import { within } from '../report/place.ts'
import type { Report } from '../report/report.ts'
import { closest, quoted } from '../report/wording.ts'
import { checkFields } from './sdkFields.ts'

type Called = Extract<Resource, { readonly kind: 'sdk' }>

/** As many names as a service has actions, and the SDK services: a task calls one of them, so that few are looked for. */
const all = 1000

/** A service that may have been meant; those that begin alike are compared first. */
const meantService = (name: string): string | undefined => {
  const services = sdkServices()
  const alike = services.filter((service) => service.startsWith(name.slice(0, 1)))
  return closest(name, alike, all) ?? closest(name, services, all)
}

/** Checks a call of the SDK. `payload` is what it is given, where that is an object; with both spellings of a dynamic field. */
export const checkSdkCall = (
  { service: name, action: called }: Called,
  payload: Readonly<Record<string, unknown>> | undefined,
  state: StateEntry,
  report: Report,
): void => {
  if (name === '' || called === '' || sdkServices().length === 0) return
  const place = within(state.place, 'Resource')
  const service = sdkService(name)
  if (service === undefined) {
    const meant = meantService(name)
    report.warn(
      'ASL102',
      place,
      `this version knows no AWS SDK service ${quoted(name)}.`,
      meant === undefined
        ? 'Services are named as in the SDK for Java, in lower case: cloudwatchlogs, eventbridge, sfn.'
        : `Did you mean "arn:aws:states:::aws-sdk:${meant}:${called}"?`,
    )
    return
  }
  const actionName = called.charAt(0).toLowerCase() + called.slice(1)
  const action = service.actions.get(actionName)
  if (action === undefined) {
    const meant = closest(actionName, service.actions.keys(), all)
    report.warn(
      'ASL102',
      place,
      `this version knows no action ${quoted(called)} of ${name} that Step Functions can call.`,
      meant === undefined
        ? `Actions are named as in the API of ${name}, in camelCase.`
        : `Did you mean "arn:aws:states:::aws-sdk:${name}:${meant}"?`,
    )
    return
  }
  if (payload === undefined) return
  const held = Object.values(payload).some((value) => typeof value === 'object' && value !== null)
    ? sdkStructures(name)?.input(actionName)
    : undefined
  const fields = new Map(action.fields.map((field) => [field, held?.get(field)] as const))
  checkFields(
    { label: `${name}:${called}`, fields, structure: (number) => sdkStructures(name)?.structure(number) },
    payload,
    state,
    report,
  )
  const isJsonPath = state.language !== 'JSONata'
  const at = within(state.place, isJsonPath ? 'Parameters' : 'Arguments')
  const given = Object.keys(payload).map((key) => (isJsonPath && key.endsWith('.$') ? key.slice(0, -2) : key))
  // One in another case has been told already.
  for (const field of action.required)
    if (!given.some((other) => other.toLowerCase() === field.toLowerCase()))
      report.warn(
        'ASL100',
        at,
        `${name}:${called} needs ${field}.`,
        `Add ${quoted(field)}${isJsonPath ? ` or ${quoted(`${field}.$`)}` : ''}.`,
      )
}
