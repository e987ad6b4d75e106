/** Tags that a call puts on what it makes: to many services that is an action of its own. */
import type { Call } from '../call.ts'

/** Allows to tag what the call makes, where it has tags. */
export const tagged = ({ isGiven, allow }: Call, action: string, resources: readonly string[]): void => {
  if (isGiven('Tags')) allow([action], resources)
}
