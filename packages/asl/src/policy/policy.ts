/** The policy of a machine's role, from what its states do. */
import { type AnyStep, isStep } from '@orkestra/core'
import { emit } from '../emit/emit.ts'
import type { EmitOptions } from '../emit/options.ts'
import { parseResource } from '../language/resource.ts'
import type { QueryLanguage, Scope, State, StateMachine, TaskState } from '../states.ts'
import { callOf, type Sink, saidIn } from './call.ts'
import { allowDistributedMap } from './distributedMap.ts'
import { type Arns, arnsIn, type Place, type References } from './permissions/arns.ts'
import { type RolePolicy, type Statement, toDocument } from './permissions/document.ts'
import { checkReadable } from './readable.ts'
import { allowSdk } from './sdk/sdk.ts'
import { integrationRules } from './services/integrations.ts'

export interface PolicyOptions extends Pick<EmitOptions, 'functionArn' | 'partition'>, References {
  /** Default `${AWS::Region}`, for `Fn::Sub`. */
  readonly region?: string
  /** Default `${AWS::AccountId}`, for `Fn::Sub`. */
  readonly account?: string
  /** The machine's name, which a distributed Map and `continueAsNew` need. Default `${StateMachineName}`. */
  readonly name?: string
  /** X-Ray is on. Default `false`. */
  readonly tracing?: boolean
  /** Executions are logged to CloudWatch. Default `false`. */
  readonly logging?: boolean
  /** Further statements: permissions listed in `underived`, and any others. */
  readonly statements?: readonly Statement[]
}

/** None of these actions takes a resource. https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html */
const logging = [
  'logs:CreateLogDelivery',
  'logs:DeleteLogDelivery',
  'logs:DescribeLogGroups',
  'logs:DescribeResourcePolicies',
  'logs:GetLogDelivery',
  'logs:ListLogDeliveries',
  'logs:PutResourcePolicy',
  'logs:UpdateLogDelivery',
]

/** https://docs.aws.amazon.com/step-functions/latest/dg/xray-iam.html */
const tracing = [
  'xray:GetSamplingRules',
  'xray:GetSamplingTargets',
  'xray:PutTelemetryRecords',
  'xray:PutTraceSegments',
]

const allowTask = (name: string, task: TaskState, language: QueryLanguage, arns: Arns, sink: Sink): void => {
  if (task.Credentials !== undefined) {
    const role = saidIn(task.Credentials, 'RoleArn', language)
    if (typeof role === 'object') sink.grants.push({ actions: ['sts:AssumeRole'], resources: [arns.told(role.text)] })
    else
      sink.underived.push({
        state: name,
        action: 'sts:AssumeRole',
        why: 'RoleArn is known only to the running execution',
      })
    // What the task does is then allowed by that role, not by the machine's.
    return
  }
  const unknown = (action: string, why: string) => sink.underived.push({ state: name, action, why })
  // A template's own reference, such as Fn::GetAtt, stands where the ARN will.
  if (typeof (task.Resource as unknown) !== 'string')
    return void unknown('*', 'which service the Resource calls is known at deployment only')
  const resource = parseResource(task.Resource)
  switch (resource?.kind) {
    case undefined:
    case 'other':
      return void unknown('*', `the Resource ${JSON.stringify(task.Resource)} is none that a task can have`)
    case 'activity':
      // Its workers poll; the machine calls nobody.
      return
    case 'placeholder':
      // A function by its placeholder, as payloadResponseOnly emits it.
      if (/^\$\{[^}]+\}$/.test(task.Resource))
        return void sink.grants.push({ actions: ['lambda:InvokeFunction'], resources: arns.lambda(task.Resource) })
      return void unknown(
        '*',
        `which service the Resource ${JSON.stringify(task.Resource)} calls is known at deployment only`,
      )
    case 'function':
      return void sink.grants.push({ actions: ['lambda:InvokeFunction'], resources: arns.lambda(task.Resource) })
    case 'sdk':
      return allowSdk(resource.service, resource.action, callOf(name, task, resource.pattern, language, arns, sink))
    case 'integration': {
      const { service, action, pattern } = resource
      const rule = integrationRules.get(`${service}:${action}`)
      if (rule === undefined)
        return void sink.underived.push({
          state: name,
          why: `there is no rule for ${service}:${action}: nobody tells which actions of IAM it needs`,
        })
      return rule(callOf(name, task, pattern, language, arns, sink))
    }
  }
}

/** What is within a state. */
const inside = (state: State): readonly Scope[] => {
  if (state.Type === 'Parallel') return state.Branches
  if (state.Type !== 'Map') return []
  const processor = state.ItemProcessor ?? state.Iterator
  return processor === undefined ? [] : [processor]
}

/**
 * The policy of a machine's role: exactly what its states call. What the definition does not determine, such as
 * a function named by the input, is in `underived` and never widened to `*`. Grant it with `statements`.
 *
 * A placeholder stands for an ARN in a field that takes one (`FunctionName`, `TopicArn`, `StateMachineArn`, `JobQueue`,
 * `JobDefinition`, `TaskDefinition`, a role), and for a name in one that takes nothing else (`JobName`). In a field that takes either
 * (`TableName`, `EventBusName`, `ProjectName`, `SecretId`, `ModelId`) it is `underived`, unless `meaningOf` says which it is. `*` appears
 * only for actions without resources, as X-Ray's.
 *
 * @example policy(seq(x, y)).document.Statement
 * // [{ Effect: 'Allow', Action: ['lambda:InvokeFunction'], Resource: ['${x}', '${x}:*', '${y}', '${y}:*'] }]
 * @example policy(JSON.parse(text), { account: '123456789012', region: 'eu-west-1', name: 'orders' })
 * @example policy(definition, { meaningOf: (text) => (text === '${Orders}' ? 'name' : undefined) })
 * @throws AslError when a graph has no valid definition, or a definition has no states to read. It does not check the definition otherwise:
 *   use `validate`.
 */
export const policy = (workflow: AnyStep | StateMachine, options: PolicyOptions = {}): RolePolicy => {
  const { partition = 'aws', functionArn } = options
  const machine: StateMachine = isStep(workflow)
    ? emit(workflow, { partition, limits: false, ...(functionArn && { functionArn }) })
    : (workflow as StateMachine)
  checkReadable(machine)
  const place: Place = {
    partition,
    region: options.region ?? '${AWS::Region}',
    account: options.account ?? '${AWS::AccountId}',
    name: options.name ?? '${StateMachineName}',
  }
  const arns = arnsIn(place, options)
  const sink: Sink = { grants: [], underived: [] }
  const stack: Scope[] = [machine]
  for (let scope = stack.pop(); scope !== undefined; scope = stack.pop())
    for (const [name, state] of Object.entries(scope.States)) {
      if (state === undefined) continue
      const language = state.QueryLanguage ?? machine.QueryLanguage ?? 'JSONPath'
      if (state.Type === 'Task') allowTask(name, state, language, arns, sink)
      if (state.Type === 'Map' && state.ItemProcessor?.ProcessorConfig?.Mode === 'DISTRIBUTED')
        allowDistributedMap(name, state, language, place, arns, sink)
      for (const inner of inside(state)) stack.push(inner)
    }
  if (options.logging) sink.grants.push({ actions: logging, resources: ['*'] })
  if (options.tracing) sink.grants.push({ actions: tracing, resources: ['*'] })
  const { Version, Statement } = toDocument(sink.grants)
  return { document: { Version, Statement: [...Statement, ...(options.statements ?? [])] }, underived: sink.underived }
}
