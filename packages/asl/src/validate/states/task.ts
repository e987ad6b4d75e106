/** A Task's call: whether the resource exists, supports the pattern, and gets its required parameters. */
import { refusedInExpress } from '../../language/express.ts'
import { integrationOf, integrations, type Pattern, parseResource, type Resource } from '../../language/resource.ts'
import { fieldsOf } from '../../sdk/optimized.ts'
import { sdkService } from '../../sdk/services.ts'
import { hasPlaceholder, isObject } from '../outline/fields.ts'
import type { StateEntry } from '../outline/outline.ts'
import { type Place, within } from '../report/place.ts'
import type { Report } from '../report/report.ts'
import { closest, listed, quoted } from '../report/wording.ts'
import { checkSdkCall } from './sdkCall.ts'
import { checkFields } from './sdkFields.ts'

type Called = Extract<Resource, { readonly kind: 'integration' | 'sdk' }>

const suffix: Readonly<Record<Pattern, string>> = {
  requestResponse: '',
  sync: '.sync',
  'sync:2': '.sync:2',
  waitForTaskToken: '.waitForTaskToken',
}

/** The Lambda errors that are the service's and pass. */
const transient = /^(?:Lambda\.|States\.ALL$|States\.TaskFailed$)/

/** Actions of an API that AWS has split in several services. https://docs.aws.amazon.com/bedrock/latest/APIReference/welcome.html */
const split: ReadonlyMap<string, string> = new Map([
  ['bedrock:invokeAgent', 'bedrockagentruntime'],
  ['bedrock:invokeInlineAgent', 'bedrockagentruntime'],
  ['bedrock:invokeFlow', 'bedrockagentruntime'],
  ['bedrock:retrieve', 'bedrockagentruntime'],
  ['bedrock:retrieveAndGenerate', 'bedrockagentruntime'],
  ['bedrock:converse', 'bedrockruntime'],
  ['bedrock:applyGuardrail', 'bedrockruntime'],
])

const serviceHint = (service: string, action: string): string => {
  const other = split.get(`${service}:${action}`)
  if (other !== undefined) return `Use "arn:aws:states:::aws-sdk:${other}:${action}": that service has the action.`
  const actions = integrations.get(service)
  if (actions !== undefined) {
    const guess = closest(action, actions.keys())
    return guess === undefined
      ? `${service} has ${listed([...actions.keys()])}, as far as this version knows.`
      : `Did you mean "arn:aws:states:::${service}:${guess}"?`
  }
  const guess = closest(service, integrations.keys())
  return guess === undefined
    ? 'For an action of an API, use "arn:aws:states:::aws-sdk:SERVICE:ACTION".'
    : `Did you mean the service ${quoted(guess)}?`
}

const unsupportedPattern = (called: Called, known: readonly Pattern[], place: Place, report: Report): void =>
  report.error(
    'ASL092',
    place,
    `${called.service}:${called.action} does not support ${suffix[called.pattern]}.`,
    known.length === 1
      ? `Leave ${suffix[called.pattern]} out.`
      : `It supports the plain call and ${listed(known.flatMap((pattern) => suffix[pattern] || []))}.`,
  )

/** AWS refuses what it has by the SDK alone, as was recorded. What is not known here it may have by now. */
const reportUnknown = ({ service, action }: Called, place: Place, report: Report): void => {
  if (sdkService(service)?.actions.has(action))
    report.error(
      'ASL091',
      place,
      `${service}:${action} is not an optimized integration.`,
      `Use "arn:aws:states:::aws-sdk:${service}:${action}".`,
    )
  else
    report.warn(
      'ASL091',
      place,
      `this version knows no integration ${service}:${action}.`,
      serviceHint(service, action),
    )
}

const checkIntegration = (called: Called, place: Place, report: Report): void => {
  if (called.kind === 'sdk') {
    if (called.service === '' || called.action === '') {
      report.error(
        'ASL091',
        place,
        'an "aws-sdk" resource names a service and an action.',
        'Write "arn:aws:states:::aws-sdk:dynamodb:query".',
      )
      return
    }
    if (called.pattern !== 'requestResponse' && called.pattern !== 'waitForTaskToken')
      unsupportedPattern(called, ['requestResponse', 'waitForTaskToken'], place, report)
    if (/^[A-Z]/.test(called.action))
      report.warn(
        'ASL091',
        place,
        `the action ${quoted(called.action)} starts with an upper-case letter.`,
        `Write ${quoted((called.action[0] ?? '').toLowerCase() + called.action.slice(1))}: actions of "aws-sdk" are camelCase.`,
      )
    return
  }
  const integration = integrationOf(called.service, called.action)
  if (integration === undefined) reportUnknown(called, place, report)
  else if (!integration.patterns.includes(called.pattern))
    unsupportedPattern(called, integration.patterns, place, report)
}

/** What the call is given, when it is an object; with both spellings of a dynamic field. */
const payloadOf = ({ value, language }: StateEntry): Readonly<Record<string, unknown>> | undefined => {
  const payload = language === 'JSONata' ? value.Arguments : value.Parameters
  return isObject(payload) ? payload : undefined
}

const checkPayload = (called: Called, state: StateEntry, report: Report): void => {
  const payload = payloadOf(state)
  if (payload === undefined) return
  const required = called.kind === 'integration' ? integrationOf(called.service, called.action)?.required : undefined
  for (const field of required ?? [])
    if (payload[field] === undefined && payload[`${field}.$`] === undefined)
      report.error(
        'ASL100',
        within(state.place, state.language === 'JSONata' ? 'Arguments' : 'Parameters'),
        `${called.service}:${called.action} needs ${field}.`,
        `Add ${quoted(field)}${state.language === 'JSONata' ? '' : ` or ${quoted(`${field}.$`)}`}.`,
      )
  const known = called.kind === 'integration' ? fieldsOf(called.service, called.action) : undefined
  if (known === undefined) return
  checkFields({ label: `${called.service}:${called.action}`, ...known }, payload, state, report)
}

const expressName = (state: StateEntry): readonly [who: string, isChild: boolean] =>
  state.scope.express === 'child' ? ['a Map with ExecutionType EXPRESS', true] : ['an EXPRESS state machine', false]

const checkExpress = (resource: Resource, state: StateEntry, place: Place, report: Report): void => {
  if (state.scope.express === undefined) return
  const [who, isChild] = expressName(state)
  const refused = refusedInExpress(resource)
  if (refused === undefined) return
  const what = 'pattern' in resource ? suffix[resource.pattern] : 'activities'
  report.error(
    isChild ? 'ASL154' : refused.code,
    place,
    `${who} does not support ${what}.`,
    isChild
      ? 'Set "ExecutionType": "STANDARD".'
      : 'Make it a STANDARD machine, or call without waiting and fetch the result later.',
  )
}

/** Whether a token is handed out anywhere in what the task is given. */
const handsOutToken = ({ value }: StateEntry): boolean => {
  const open: unknown[] = [value.Parameters, value.Arguments]
  for (const field of ['InputPath', 'Assign'] as const) open.push(value[field])
  while (open.length > 0) {
    const next = open.pop()
    if (typeof next === 'string') {
      if (/Task\.Token|\.Task\b|\$\$(?:$|[^.])|states\.context(?!\.(?!Task))|\$\{/.test(next)) return true
    } else if (typeof next === 'object' && next !== null) for (const inner of Object.values(next)) open.push(inner)
  }
  return false
}

const checkWaiting = (resource: Resource, state: StateEntry, place: Place, report: Report): void => {
  if (resource.kind !== 'integration' && resource.kind !== 'sdk') return
  if (resource.pattern !== 'waitForTaskToken') return
  // Without a payload the input is passed on as it is, and may hold anything; the token it cannot hold.
  if (handsOutToken(state)) return
  report.warn(
    'ASL099',
    place,
    'the task waits for its token, but passes it to nobody.',
    state.language === 'JSONata'
      ? 'Pass "{% $states.context.Task.Token %}" to the service that returns it.'
      : 'Pass "$$.Task.Token" to the service that returns it.',
  )
}

const isLambda = (resource: Resource): boolean =>
  resource.kind === 'function' || (resource.kind === 'integration' && resource.service === 'lambda')

/** What keeps a task from failing at a hiccup, and from hanging. */
const checkPrudence = (resource: Resource, state: StateEntry, report: Report): void => {
  const { value, place } = state
  const retriers = Array.isArray(value.Retry) ? value.Retry : []
  if (
    isLambda(resource) &&
    !retriers.some(
      (retrier) =>
        isObject(retrier) &&
        Array.isArray(retrier.ErrorEquals) &&
        retrier.ErrorEquals.some((name) => typeof name === 'string' && (transient.test(name) || name.includes('${'))),
    ) &&
    !hasPlaceholder(value.Retry)
  )
    report.warn(
      'ASL101',
      place,
      'the Lambda service has transient errors, and nothing retries them.',
      'Add a "Retry" for "Lambda.ServiceException", "Lambda.AWSLambdaException" and "Lambda.SdkClientException".',
    )
  const isWaiting = resource.kind === 'activity' || ('pattern' in resource && resource.pattern === 'waitForTaskToken')
  const limits = ['TimeoutSeconds', 'TimeoutSecondsPath', 'HeartbeatSeconds', 'HeartbeatSecondsPath']
  if (isWaiting && limits.every((field) => value[field] === undefined))
    report.warn(
      'ASL101',
      place,
      'the task has no time-out: it waits for its callback for up to a year.',
      'Add "TimeoutSeconds" or "HeartbeatSeconds".',
    )
}

const checkCredentials = (resource: Resource | undefined, state: StateEntry, report: Report): void => {
  const { Credentials: credentials } = state.value
  if (credentials === undefined) return
  const place = within(state.place, 'Credentials')
  if (resource?.kind === 'activity')
    report.error('ASL098', place, 'an activity takes no Credentials.', 'Remove them.', 'key')
  if (!isObject(credentials)) return
  const isGiven = credentials.RoleArn !== undefined
  const isPath = credentials['RoleArn.$'] !== undefined
  if (!isGiven && !(isPath && state.language !== 'JSONata'))
    report.error(
      'ASL097',
      place,
      'Credentials has no RoleArn.',
      state.language === 'JSONata' ? 'Add "RoleArn".' : 'Add "RoleArn" or "RoleArn.$".',
    )
  else if (isGiven && typeof credentials.RoleArn !== 'string')
    report.error('ASL097', within(place, 'RoleArn'), 'RoleArn is not a string.', 'Give the ARN of a role.')
}

const checkQualifier = (qualifier: string, place: Place, report: Report): void => {
  if (/^(?:\$LATEST|[\w-]+)$/.test(qualifier) || hasPlaceholder(qualifier)) return
  report.error(
    'ASL090',
    place,
    `the function's ARN ends in ${quoted(qualifier)}, which is neither a version nor an alias.`,
    'End the ARN with the name, or with a version, an alias or $LATEST after it.',
  )
}

/** Checks a Task's resource and what goes with it. `known` keeps what each text was read as. */
export const checkTask = (state: StateEntry, known: Map<string, Resource | undefined>, report: Report): void => {
  const { Resource: text } = state.value
  if (typeof text !== 'string') return
  const place = within(state.place, 'Resource')
  let resource = known.get(text)
  if (resource === undefined && !known.has(text)) {
    resource = parseResource(text)
    known.set(text, resource)
  }
  checkCredentials(resource, state, report)
  if (resource === undefined) {
    report.error(
      'ASL090',
      place,
      `${quoted(text)} is not an ARN.`,
      text.startsWith('$') || text.startsWith('{%')
        ? 'A resource is fixed; to choose a function at run time, use "arn:aws:states:::lambda:invoke" with "FunctionName.$".'
        : 'Write "arn:aws:states:::lambda:invoke" or the ARN of a function or an activity; a placeholder "${Name}" works too.',
    )
    return
  }
  if (resource.kind === 'integration' || resource.kind === 'sdk') {
    checkIntegration(resource, place, report)
    checkPayload(resource, state, report)
    if (resource.kind === 'sdk') checkSdkCall(resource, payloadOf(state), state, report)
    checkWaiting(resource, state, place, report)
  }
  if (resource.kind === 'function' && resource.qualifier !== undefined)
    checkQualifier(resource.qualifier, place, report)
  checkExpress(resource, state, place, report)
  checkPrudence(resource, state, report)
}
