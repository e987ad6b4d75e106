/** The actions of the API, by name. */
import { activityActions } from '../actions/activities.ts'
import { aliasActions } from '../actions/aliases.ts'
import { definitionActions } from '../actions/definitions.ts'
import { executionActions } from '../actions/executions.ts'
import { historyActions } from '../actions/history.ts'
import { mapRunActions } from '../actions/mapRuns.ts'
import { redriveActions } from '../actions/redrive.ts'
import { stateMachineActions } from '../actions/stateMachines.ts'
import { tagActions } from '../actions/tags.ts'
import { testStateActions } from '../actions/testState.ts'
import { tokenActions } from '../actions/tokens.ts'
import { versionActions } from '../actions/versions.ts'
import type { World } from '../world.ts'
import type { Action } from './action.ts'
import type { Scope } from './arn.ts'
import { checked } from './check.ts'
import { ServiceError } from './error.ts'
import { type ActionName, requests } from './requests.ts'

/** A record, so that an action that AWS has and we have not is a compile error. */
const actions: Readonly<Record<ActionName, Action>> = {
  ...activityActions,
  ...aliasActions,
  ...definitionActions,
  ...executionActions,
  ...historyActions,
  ...mapRunActions,
  ...redriveActions,
  ...stateMachineActions,
  ...tagActions,
  ...testStateActions,
  ...tokenActions,
  ...versionActions,
}

const isAction = (name: string): name is ActionName => Object.hasOwn(actions, name)

/**
 * Does an action, whoever asks for it.
 *
 * @throws ServiceError as AWS refuses the request.
 */
export const dispatch = async (
  world: World,
  name: string,
  request: unknown,
  scope: Scope,
  signal: AbortSignal,
): Promise<unknown> => {
  if (!isAction(name)) throw new ServiceError('UnknownOperationException', `There is no action ${name}`)
  return await actions[name]({ world, request: checked(request, requests[name]), scope, signal })
}
