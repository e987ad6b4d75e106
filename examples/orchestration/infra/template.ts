import { emit, placeholderKey, toText } from '@orkestra/asl'
import { nodes } from '@orkestra/core'
import { orchestration } from '../src/workflow.ts'

const names = [...new Set(nodes(orchestration).flatMap((node) => (node._tag === 'Task' ? [node.name] : [])))]

/** Every function is a parameter: whoever deploys the functions gives their ARNs. */
const parameter = (name: string) => `${placeholderKey(name)}Arn`

export const template = {
  AWSTemplateFormatVersion: '2010-09-09',
  Description: 'A workflow of Orkestra as raw ASL',
  Parameters: Object.fromEntries(
    names.map((name) => [parameter(name), { Type: 'String', Description: `The ARN of the function ${name}` }]),
  ),
  Resources: {
    Role: {
      Type: 'AWS::IAM::Role',
      Properties: {
        AssumeRolePolicyDocument: {
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Principal: { Service: 'states.amazonaws.com' }, Action: 'sts:AssumeRole' }],
        },
        Policies: [
          {
            PolicyName: 'InvokeFunctions',
            PolicyDocument: {
              Version: '2012-10-17',
              Statement: [
                {
                  Effect: 'Allow',
                  Action: 'lambda:InvokeFunction',
                  Resource: names.flatMap((name) => [
                    { Ref: parameter(name) },
                    { 'Fn::Sub': `\${${parameter(name)}}:*` },
                  ]),
                },
              ],
            },
          },
        ],
      },
    },
    Orchestration: {
      Type: 'AWS::StepFunctions::StateMachine',
      Properties: {
        RoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] },
        DefinitionString: toText(emit(orchestration)),
        DefinitionSubstitutions: Object.fromEntries(
          names.map((name) => [placeholderKey(name), { Ref: parameter(name) }]),
        ),
      },
    },
  },
  Outputs: { StateMachineArn: { Value: { Ref: 'Orchestration' } } },
}

if (process.argv[1] === import.meta.filename) console.log(JSON.stringify(template, null, 2))
