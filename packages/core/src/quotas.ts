/** AWS's limits that more than one part holds to. https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html */

/** The most bytes of JSON that a state takes or gives. */
export const payloadLimit = 262_144

/** The most seconds that a state waits or works: Wait, time-outs, heartbeats, retriers. */
export const longestWait = 99_999_999

/** The most characters of a distributed map's label. */
export const longestLabel = 40

/** The most characters of a state's name. https://docs.aws.amazon.com/step-functions/latest/dg/statemachine-structure.html */
export const longestName = 80
