/** Definitions, before they become machines. */
import type { Issue } from '../../issue.ts'
import { diagnostics } from '../../validate/codes/codes.ts'
import { diagnose } from '../../validate/diagnose.ts'
import { type Action, type Call, optionalTextIn, textIn } from '../api/action.ts'
import { ServiceError } from '../api/error.ts'
import type { MachineType } from '../world.ts'

/** The sentences of AWS that are the same whatever the definition. The table of diagnostics has them as AWS was seen to say them. */
const constant =
  /^(?:Value cannot be empty|Minimum value|Maximum value|States\.ALL must|String does not match|Express state machine|'QueryLanguage' can not|There should only be|This object should|The object must|JSONata string must|The field 'Type' should)[^…]*$/

/** AWS's few codes, of our many, where its own sentence begins with one. */
const codeOf = (issue: Issue): string => {
  if (issue.code === 'ASL001') return isEmpty(issue) ? schema : 'INVALID_JSON_DESCRIPTION'
  return /^([A-Z]+(?:_[A-Z]+)+)\b/.exec(awsOf(issue))?.[1] ?? schema
}

const schema = 'SCHEMA_VALIDATION_FAILED'

const awsOf = ({ code }: Issue): string =>
  (Object.hasOwn(diagnostics, code) ? diagnostics[code as keyof typeof diagnostics].aws : undefined) ?? ''

const isEmpty = ({ message }: Issue): boolean => message.endsWith('the text is empty.')

/** The field that is missing, where that is what is wrong. */
const missing = ({ message, path }: Issue): string | undefined => {
  const field = / lacks (\w+)\.$/.exec(message)?.[1]
  return field === undefined ? undefined : `${path} ${field}`
}

/** AWS's sentence where it is always the same; else ours, which says more than AWS's. */
const sentenceOf = (issue: Issue): string => {
  const aws = awsOf(issue)
  if (isEmpty(issue)) return 'Definition must be a valid JSON object'
  return constant.test(aws) ? aws : `${issue.message} ${issue.hint}`.trim()
}

/** Each issue in AWS's form: fields missing in one place are reported together. */
const toldOf = (issues: readonly Issue[]): readonly Told[] => {
  const fields = new Map<string, string[]>()
  const told: Told[] = []
  for (const issue of issues) {
    const [path = '', field] = missing(issue)?.split(' ') ?? []
    const known = fields.get(path)
    if (field === undefined) told.push({ issue, sentence: () => sentenceOf(issue) })
    else if (known !== undefined) known.unshift(field)
    else {
      const all = [field]
      fields.set(path, all)
      told.push({ issue, sentence: () => `These fields are required: [${all.join(', ')}]` })
    }
  }
  return told
}

interface Told {
  readonly issue: Issue
  readonly sentence: () => string
}

const placeOf = ({ path }: Issue): string => (path === '' ? '/' : path)

/** @throws ServiceError InvalidDefinition for a definition that AWS refuses, with all that is wrong. */
export const checkedDefinition = (text: string, type: MachineType): string => {
  const errors = diagnose(text, { type }).filter(({ severity }) => severity === 'error')
  if (errors.length === 0) return text
  const told = toldOf(errors).map(({ issue, sentence }) => `${codeOf(issue)}: ${sentence()} at ${placeOf(issue)}`)
  throw new ServiceError('InvalidDefinition', `Invalid State Machine Definition: '${told.join(', ')}'`)
}

const defaultMost = 100

const validateStateMachineDefinition: Action = ({ request }: Call) => {
  const type = (optionalTextIn(request, 'type') ?? 'STANDARD') as MachineType
  const isForErrors = (optionalTextIn(request, 'severity') ?? 'ERROR') === 'ERROR'
  const most = (request.maxResults as number | undefined) || defaultMost
  const text = textIn(request, 'definition')
  const issues = diagnose(text, { type }).filter(({ severity }) => !isForErrors || severity === 'error')
  const told = toldOf(issues)
  const isFailed = issues.some(({ severity }) => severity === 'error')
  const line = ({ line, column }: Issue): string | undefined =>
    line === undefined ? undefined : `[Source: (String); line: ${line}, column: ${column}]`
  return {
    result: isFailed ? 'FAIL' : 'OK',
    diagnostics: told.slice(0, most).map(({ issue, sentence }) => {
      const location = issue.code !== 'ASL001' ? placeOf(issue) : isEmpty(issue) ? undefined : line(issue)
      return {
        severity: issue.severity === 'error' ? 'ERROR' : 'WARNING',
        code: issue.severity === 'error' ? codeOf(issue) : issue.code,
        message: sentence(),
        ...(location !== undefined && { location }),
      }
    }),
    truncated: told.length > most,
  }
}

export const definitionActions: Readonly<Record<'ValidateStateMachineDefinition', Action>> = {
  ValidateStateMachineDefinition: validateStateMachineDefinition,
}
