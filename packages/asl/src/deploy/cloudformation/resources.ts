/** The resources that CloudFormation and SAM share. */
import type { AnyStep } from '@orkestra/core'
import { attachments } from '../../policy/permissions/attach.ts'
import { needed, type PolicyDocument, perhaps, type Statement } from '../../policy/permissions/document.ts'
import { DeployError } from '../functions/manifest.ts'
import type { DeployOptions, Settings } from '../options.ts'
import { deployedPolicy, type References } from '../references.ts'
import type { Extension, Resource, Template } from './template.ts'
import { substituted, type Value, type ValueOf } from './values.ts'

/** What CloudFormation and SAM take besides what every deployment does. */
export interface StackOptions extends DeployOptions {
  /** Parameters that are values of other stacks instead, by their names: what those stacks call their exports. */
  readonly imports?: Readonly<Record<string, string>>
  /** Whether the outputs are exports for other stacks, called `<stack>-StateMachineArn` and so on. Default `false`. */
  readonly exports?: boolean
  /** What is merged into the template: tables, parameters, the policies of a function. */
  readonly extension?: Extension
}

const trust = (service: string, condition: unknown) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole', Condition: condition }],
})

// Without it, a machine of another account could be made to act in this role.
const sameAccount = { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } }

/** Stands for the machine's name, for which its own role must not wait. */
const self = '{self}'

/**
 * The role of the machine, and managed policies where it cannot hold all by itself. What is about the machine itself, as a distributed
 * Map needs it, is a policy that comes after the machine.
 */
export const machineRole = (
  graph: AnyStep,
  options: DeployOptions,
  valueOf: ValueOf,
): Readonly<Record<string, Resource>> => {
  const partition = options.partition ?? '${AWS::Partition}'
  const { document, underived } = deployedPolicy(graph, {
    partition,
    ...(options.statements && { statements: options.statements }),
    name: self,
    tracing: options.tracing ?? true,
    logging: options.logging !== false,
  })
  const isOwn = (resource: string): boolean => resource.includes(self)
  const partOf = (test: (resource: string) => boolean): PolicyDocument => ({
    ...document,
    Statement: document.Statement.flatMap((statement) => {
      const Resource = statement.Resource.filter(test)
      return Resource.length === 0 ? [] : [{ ...statement, Resource }]
    }),
  })
  const rendered = (statement: Statement) => ({
    ...statement,
    Resource: statement.Resource.map((resource) =>
      substituted(resource.replaceAll(self, '${StateMachine.Name}'), valueOf),
    ),
  })
  const renderedDocument = ({ Version, Statement }: PolicyDocument) => ({
    Version,
    Statement: Statement.map(rendered),
  })
  const own = partOf(isOwn)
  const others = partOf((resource) => !isOwn(resource))
  const { inline, managed, exceedsQuota } = attachments(others)
  const policies = managed.map((each, i): [string, Resource] => [
    `RolePolicy${i + 2}`,
    {
      Type: 'AWS::IAM::ManagedPolicy',
      Properties: {
        Description: `What the state machine may do, part ${i + 2}`,
        PolicyDocument: renderedDocument(each),
      },
    },
  ])
  const metadata = {
    ...(needed(underived).length > 0 && { Underived: needed(underived) }),
    ...(perhaps(underived).length > 0 && { PerhapsNeeded: perhaps(underived) }),
    ...(exceedsQuota && { Quota: `${managed.length} managed policies on a role: raise IAM's quota of 10 first` }),
  }
  const role: Resource = {
    Type: 'AWS::IAM::Role',
    Properties: {
      AssumeRolePolicyDocument: trust('states.amazonaws.com', {
        StringEquals: sameAccount,
        ArnLike: {
          'aws:SourceArn': substituted(
            `arn:${partition}:states:\${AWS::Region}:\${AWS::AccountId}:stateMachine:*`,
            valueOf,
          ),
        },
      }),
      ...(others.Statement.length > 0 && {
        Policies: [
          {
            PolicyName: 'Workflow',
            PolicyDocument: renderedDocument(inline),
          },
        ],
      }),
      // Named by the role, so that the machine, which waits for its role, finds all of them in force.
      ...(policies.length > 0 && { ManagedPolicyArns: policies.map(([id]) => ({ Ref: id })) }),
    },
    ...(Object.keys(metadata).length > 0 && { Metadata: metadata }),
  }
  const ownExecutions: Resource = {
    Type: 'AWS::IAM::Policy',
    Properties: { PolicyName: 'OwnExecutions', Roles: [{ Ref: 'Role' }], PolicyDocument: renderedDocument(own) },
  }
  return {
    Role: role,
    ...Object.fromEntries(policies),
    ...(own.Statement.length > 0 && { OwnExecutions: ownExecutions }),
  }
}

type Parameter = Readonly<Record<string, string>>

/** What fills the placeholders of a definition, and the parameters that this takes. `functionId` is a function of this template. */
export const filling = (
  { functions, placeholders, partition }: References,
  { imports = {} }: StackOptions,
  functionId: (key: string) => string | undefined = () => undefined,
): {
  readonly valueOf: ValueOf
  readonly substitutions: Record<string, Value>
  readonly parameters: Record<string, Parameter>
} => {
  const parameters: Record<string, Parameter> = {}
  const values = new Map<string, Value>()
  const given = (id: string, description: string): Value => {
    if (Object.hasOwn(imports, id)) return { 'Fn::ImportValue': imports[id] as string }
    parameters[id] = { Type: 'String', Description: description }
    return { Ref: id }
  }
  for (const { key, name } of functions) {
    const id = functionId(key)
    values.set(
      key,
      id === undefined ? given(`${key}Arn`, `The ARN of the function ${name}`) : { 'Fn::GetAtt': [id, 'Arn'] },
    )
  }
  for (const name of placeholders) values.set(name, given(name, `What the workflow calls ${name}`))
  return {
    valueOf: (key) => values.get(key) ?? { Ref: key },
    substitutions: {
      ...Object.fromEntries(values),
      ...(partition !== undefined && { [partition]: { Ref: 'AWS::Partition' } }),
    },
    parameters,
  }
}

/** Which of the imports no parameter is called by. @throws DeployError when there is one. */
export const checkImports = ({ imports = {} }: StackOptions, ids: readonly string[]): void => {
  const unknown = Object.keys(imports).filter((id) => !ids.includes(id))
  if (unknown.length > 0)
    throw new DeployError(
      `imports for ${unknown.map((id) => JSON.stringify(id)).join(', ')}, but the parameters are ${ids.length === 0 ? 'none' : ids.map((id) => JSON.stringify(id)).join(', ')}`,
    )
}

export const logGroup = ({ name }: DeployOptions, retentionDays: number): Resource => ({
  Type: 'AWS::Logs::LogGroup',
  Properties: {
    // Under this prefix the log groups of an account do not use up the room of one resource policy.
    // https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html
    LogGroupName: substituted(`/aws/vendedlogs/states/${name ?? '${AWS::StackName}'}`, (key) => ({ Ref: key })),
    RetentionInDays: retentionDays,
  },
})

export const schedule = ({
  expression,
  timeZone,
  input,
}: NonNullable<Settings['schedule']>): Readonly<Record<string, Resource>> => ({
  ScheduleRole: {
    Type: 'AWS::IAM::Role',
    Properties: {
      AssumeRolePolicyDocument: trust('scheduler.amazonaws.com', { StringEquals: sameAccount }),
      Policies: [
        {
          PolicyName: 'Start',
          PolicyDocument: {
            Version: '2012-10-17',
            Statement: [{ Effect: 'Allow', Action: 'states:StartExecution', Resource: { Ref: 'StateMachine' } }],
          },
        },
      ],
    },
  },
  Schedule: {
    Type: 'AWS::Scheduler::Schedule',
    Properties: {
      ScheduleExpression: expression,
      ScheduleExpressionTimezone: timeZone,
      FlexibleTimeWindow: { Mode: 'OFF' },
      Target: { Arn: { Ref: 'StateMachine' }, RoleArn: { 'Fn::GetAtt': ['ScheduleRole', 'Arn'] }, Input: input },
    },
  },
})

export const outputs = ({ exports = false }: StackOptions): Template['Outputs'] =>
  Object.fromEntries(
    Object.entries({
      StateMachineArn: { Ref: 'StateMachine' },
      StateMachineName: { 'Fn::GetAtt': ['StateMachine', 'Name'] },
      RoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] },
    }).map(([id, Value]) => [
      id,
      { Value, ...(exports && { Export: { Name: { 'Fn::Sub': `\${AWS::StackName}-${id}` } } }) },
    ]),
  )

/** What a template says of where it comes from. */
export const metadataOf = ({ source }: DeployOptions): Pick<Template, 'Metadata'> =>
  source === undefined ? {} : { Metadata: { Orkestra: { WrittenFrom: source } } }
