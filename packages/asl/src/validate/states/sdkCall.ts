/**
 * Calls of the AWS SDK: whether there is such a service and action, and what it is given. The table may be older than AWS, so what it
 * does not have is a warning; an error is only what AWS refuses whatever is new.
 */
import type { Resource } from '../../language/resource.ts'
import { sdkService, sdkServices } from '../../sdk/services.ts'
import { hasPlaceholder } from '../outline/fields.ts'
import type { StateEntry } from '../outline/outline.ts'
import { within } from '../report/place.ts'
import type { Report } from '../report/report.ts'
import { closest, quoted } from '../report/wording.ts'

type Called = Extract<Resource, { readonly kind: 'sdk' }>

/** A service that may have been meant; those that begin alike are compared first. */
const meantService = (name: string): string | undefined => {
  const services = sdkServices()
  const alike = services.filter((service) => service.startsWith(name.slice(0, 1)))
  return closest(name, alike) ?? closest(name, services)
}

const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)

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
      `no service ${quoted(name)} of the AWS SDK is known here.`,
      meant === undefined
        ? 'Services have the names of the SDK for Java, in lower case: cloudwatchlogs, eventbridge, sfn.'
        : `Did you mean "arn:aws:states:::aws-sdk:${meant}:${called}"?`,
    )
    return
  }
  const actionName = called.charAt(0).toLowerCase() + called.slice(1)
  const action = service.actions.get(actionName)
  if (action === undefined) {
    const meant = closest(actionName, service.actions.keys())
    report.warn(
      'ASL102',
      place,
      `no action ${quoted(called)} of ${name} is known here that Step Functions can call.`,
      meant === undefined
        ? `Actions have the names of the API of ${name}, in camelCase.`
        : `Did you mean "arn:aws:states:::aws-sdk:${name}:${meant}"?`,
    )
    return
  }
  if (payload === undefined) return
  const isJsonPath = state.language !== 'JSONata'
  const at = within(state.place, isJsonPath ? 'Parameters' : 'Arguments')
  const known = new Set(action.fields)
  const given = new Set<string>()
  for (const key of Object.keys(payload)) {
    const field = isJsonPath && key.endsWith('.$') ? key.slice(0, -2) : key
    given.add(field)
    if (known.has(field) || hasPlaceholder(key)) continue
    const written = capitalised(field)
    if (written !== field && known.has(written))
      report.error(
        'ASL103',
        within(at, key),
        `${name}:${called} has no field ${quoted(field)}.`,
        `Write ${quoted(`${written}${key.slice(field.length)}`)}: fields begin with a capital.`,
        'key',
      )
    else {
      const meant = closest(field, known)
      report.warn(
        'ASL103',
        within(at, key),
        `no field ${quoted(field)} of ${name}:${called} is known here.`,
        meant === undefined
          ? 'Fields have the names of the SDK for Java, with a capital first: DbInstanceIdentifier.'
          : `Did you mean ${quoted(`${meant}${key.slice(field.length)}`)}?`,
        'key',
      )
    }
  }
  // One in another case has been told already.
  for (const field of action.required)
    if (!given.has(field) && ![...given].some((other) => other.toLowerCase() === field.toLowerCase()))
      report.warn(
        'ASL100',
        at,
        `${name}:${called} needs ${field}.`,
        `Add ${quoted(field)}${isJsonPath ? ` or ${quoted(`${field}.$`)}` : ''}.`,
      )
}
