/** Stacks for tests: without bundling, which the test of a real app does. */
import { Template } from 'aws-cdk-lib/assertions'
import { Code, Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda'
import { App, Stack } from 'aws-cdk-lib/core'
import type { MakeFunction } from '../src/functions/awsLambda.ts'

// CDK's own check of a template, and its traces of where each construct was made, take most of the time of a synthesis.
const context = { 'aws:cdk:bundling-stacks': [], 'aws:cdk:disable-stack-trace': true }

/** A stack whose functions are not bundled. */
export const testStack = (): Stack =>
  new Stack(new App({ context, builtinCloudFormationValidation: false }), 'Test', {
    env: { account: '123456789012', region: 'eu-west-1' },
  })

/** A function that needs no bundling. */
export const inlineFunction: MakeFunction = (scope, _, { id, runtime, environment, timeout }) =>
  new LambdaFunction(scope, id, {
    runtime,
    handler: 'index.handler',
    code: Code.fromInline('exports.handler = async (event) => event'),
    ...(environment && { environment }),
    ...(timeout && { timeout }),
  })

export interface Statement {
  readonly Action: string | readonly string[]
  readonly Resource: unknown
}

/** The policies of a stack: of which roles, and what they say. */
export const policiesOf = (stack: Stack): { readonly roles: unknown; readonly statements: readonly Statement[] }[] =>
  propertiesOf(stack, 'AWS::IAM::Policy').map(({ Roles, PolicyDocument }) => ({
    roles: Roles,
    statements: (PolicyDocument as { readonly Statement: readonly Statement[] }).Statement,
  }))

type Resource = { readonly Properties: Record<string, unknown> }

/** The properties of the resources of one type, in a template. */
export const propertiesOf = (stack: Stack, type: string): Record<string, unknown>[] =>
  Object.values(Template.fromStack(stack).findResources(type) as Record<string, Resource>).map((r) => r.Properties)

/** The one resource of a type. */
export const onlyOne = (stack: Stack, type: string): Record<string, unknown> => {
  const [first, ...more] = propertiesOf(stack, type)
  if (first === undefined || more.length > 0)
    throw new Error(`${more.length + (first ? 1 : 0)} resources of type ${type}`)
  return first
}
