/** What the rules of EventBridge need: a rule of a bus that is not the default one has the bus in its ARN. */
import type { Call } from '../call.ts'
import { isArn } from '../permissions/arns.ts'
import type { Named } from './named.ts'

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoneventbridge.html */
const fields: ReadonlyMap<string, string> = new Map([
  ['deleteRule', 'Name'],
  ['describeRule', 'Name'],
  ['disableRule', 'Name'],
  ['enableRule', 'Name'],
  ['listTargetsByRule', 'Rule'],
  ['putRule', 'Name'],
  ['putTargets', 'Rule'],
  ['removeTargets', 'Rule'],
])

/** The rule that an action is about, by its name and its bus. */
export const onRule = ({ said, isGiven }: Call, action: string): Named | undefined => {
  const field = fields.get(action)
  if (field === undefined) return undefined
  return ({ on, cannotDerive, arns }, actions) => {
    const bus = said('EventBusName')
    const all = action === 'putRule' && isGiven('Tags') ? [...actions, 'events:TagResource'] : actions
    if (bus === 'dynamic') return cannotDerive(all, 'EventBusName is known only to the running execution')
    const path = busPath(bus === 'nothing' ? 'default' : bus.text)
    on(field, all, (name) =>
      path === undefined ||
      isArn(name) ||
      !arns.isName(name) ||
      (typeof bus === 'object' && !isArn(bus.text) && !arns.isName(bus.text))
        ? undefined
        : arns.of('events', `rule/${path}${name}`),
    )
  }
}

/** What stands before the name of a rule; nothing where a bus of another place is named. */
const busPath = (bus: string): string | undefined => {
  const name = isArn(bus) ? /:event-bus\/(.+)$/.exec(bus)?.[1] : bus
  if (name === undefined) return undefined
  return name === 'default' ? '' : `${name}/`
}
