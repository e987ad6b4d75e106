/** The resources that CloudFormation and SAM share. */
import type { AnyStep } from '@orkestra/core'
import { attachments } from '../policy/attach.ts'
import type { PolicyDocument, Statement } from '../policy/document.ts'
import { policy } from '../policy/policy.ts'
import type { DeployOptions, Settings } from './options.ts'

export interface Resource {
  readonly Type: string
  readonly Properties: Readonly<Record<string, unknown>>
  readonly Metadata?: Readonly<Record<string, unknown>>
}

export interface Template {
  readonly AWSTemplateFormatVersion: '2010-09-09'
  readonly Transform?: string
  readonly Description?: string
  readonly Parameters?: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly Resources: Readonly<Record<string, Resource>>
  readonly Outputs: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

/** A text with placeholders; one that is nothing but a reference is a reference. */
const substituted = (text: string): unknown => {
  const whole = /^\$\{([A-Za-z0-9:]+)\}$/.exec(text)?.[1]
  if (whole !== undefined) return { Ref: whole }
  return text.includes('${') ? { 'Fn::Sub': text } : text
}

const trust = (service: string, condition: unknown) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole', Condition: condition }],
})

// Without it, a machine of another account could be made to act in this role.
const sameAccount = { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } }

/**
 * The role of the machine, and managed policies where it cannot hold all by itself. `reference` is what the ARN of a function is
 * called in this template.
 */
export const machineRole = (
  graph: AnyStep,
  options: DeployOptions,
  reference: (key: string) => string,
): Readonly<Record<string, Resource>> => {
  const { document, underived } = policy(graph, {
    ...(options.partition !== undefined && { partition: options.partition }),
    ...(options.statements && { statements: options.statements }),
    name: options.name ?? '${AWS::StackName}',
    tracing: options.tracing ?? true,
    logging: options.logging !== false,
  })
  const named = (text: string) => text.replace(/\$\{([A-Za-z0-9]+)\}/g, (_, key) => `\${${reference(key)}}`)
  const rendered = (statement: Statement) => ({
    ...statement,
    Resource: statement.Resource.map((resource) => substituted(named(resource))),
  })
  const renderedDocument = ({ Version, Statement }: PolicyDocument) => ({
    Version,
    Statement: Statement.map(rendered),
  })
  const partition = options.partition ?? 'aws'
  const { inline, managed, exceedsQuota } = attachments(document)
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
    ...(underived.length > 0 && { Underived: underived }),
    ...(exceedsQuota && { Quota: `${managed.length} managed policies on a role: raise IAM's quota of 10 first` }),
  }
  const role: Resource = {
    Type: 'AWS::IAM::Role',
    Properties: {
      AssumeRolePolicyDocument: trust('states.amazonaws.com', {
        StringEquals: sameAccount,
        ArnLike: {
          'aws:SourceArn': substituted(`arn:${partition}:states:\${AWS::Region}:\${AWS::AccountId}:stateMachine:*`),
        },
      }),
      ...(document.Statement.length > 0 && {
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
  return { Role: role, ...Object.fromEntries(policies) }
}

/** The machine's name, where it has one or its role speaks of it. */
export const machineName = (
  { name }: DeployOptions,
  roles: Readonly<Record<string, Resource>>,
): { readonly StateMachineName?: unknown } => {
  if (name !== undefined) return { StateMachineName: name }
  return JSON.stringify(roles).includes('AWS::StackName') ? { StateMachineName: { Ref: 'AWS::StackName' } } : {}
}

export const logGroup = ({ name }: DeployOptions, retentionDays: number): Resource => ({
  Type: 'AWS::Logs::LogGroup',
  Properties: {
    // Under this prefix the log groups of an account do not use up the room of one resource policy.
    // https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html
    LogGroupName: substituted(`/aws/vendedlogs/states/${name ?? '${AWS::StackName}'}`),
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

export const outputs: Template['Outputs'] = {
  StateMachineArn: { Value: { Ref: 'StateMachine' } },
  StateMachineName: { Value: { 'Fn::GetAtt': ['StateMachine', 'Name'] } },
  RoleArn: { Value: { 'Fn::GetAtt': ['Role', 'Arn'] } },
}
