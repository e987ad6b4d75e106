/** AWS's limits, each once for all who hold to it. https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html */

export { longestLabel, longestName, longestWait, payloadLimit } from '@orkestra/core/integrations'

/** The most bytes of a definition's text. */
export const definitionLimit = 1_048_576

/** A Standard execution fails after so many events. */
export const historyLimit = 25_000

/** An Express execution ends after so many seconds. */
export const expressSeconds = 300

/** An inline Map runs at most this many iterations at once, whatever it asks for. https://docs.aws.amazon.com/step-functions/latest/dg/state-map-inline.html */
export const inlineConcurrency = 40
