/** The version of the Service Authorization Reference, by the package that has it. */
export const referenceVersion: string
/** An action as IAM spells it; nothing where IAM has no such action. */
export const actionNamed: (action: string) => string | undefined
export const referenceOf: (prefix: string) => unknown
