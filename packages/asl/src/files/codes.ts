/** What can be wrong between a definition and the file that it stands in. The documentation is generated from here. */

export type FileCode = 'ASL240' | 'ASL241' | 'ASL242' | 'ASL243'

export interface FileDiagnostic {
  /** Most often; a code whose rule says so is in places the other. */
  readonly severity: 'error' | 'warning'
  readonly source: 'AWS' | 'documentation' | 'specification' | 'practice'
  readonly rule: string
  /** A template that breaks the rule, in YAML. */
  readonly bad: string
  /** Nearly the same, and right. */
  readonly good: string
}

const machine = (definition: string): string => `Resources:
  Price:
    Type: AWS::Serverless::Function
    Properties: { Handler: price.handler, Runtime: nodejs24.x, CodeUri: dist }
  Orders:
    Type: AWS::Serverless::StateMachine
    Properties:
${definition.trimEnd().replace(/^(?=.)/gm, '      ')}
`

const calling = (resource: string, substitutions: string): string =>
  machine(`DefinitionSubstitutions: ${substitutions}
Definition:
  StartAt: A
  States:
    A: { Type: Task, Resource: "${resource}", End: true }`)

const inSub = (text: string): string =>
  machine(`DefinitionString: !Sub |
  { "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "${text}", "End": true } } }`)

export const fileDiagnostics: Readonly<Record<FileCode, FileDiagnostic>> = {
  ASL240: {
    severity: 'error',
    source: 'AWS',
    rule: 'DefinitionSubstitutions declares every placeholder. AWS takes one that it does not declare as it stands: in a Resource it is refused, elsewhere this is a warning.',
    bad: calling('${PricArn}', '{ PriceArn: !GetAtt Price.Arn }'),
    good: calling('${PriceArn}', '{ PriceArn: !GetAtt Price.Arn }'),
  },
  ASL241: {
    severity: 'warning',
    source: 'practice',
    rule: 'The definition uses every placeholder that DefinitionSubstitutions declares.',
    bad: calling('${PriceArn}', '{ PriceArn: !GetAtt Price.Arn, Table: orders }'),
    good: calling('${PriceArn}', '{ PriceArn: !GetAtt Price.Arn }'),
  },
  ASL242: {
    severity: 'error',
    source: 'documentation',
    rule: 'Fn::Sub in a DefinitionString names resources and parameters of the template; ${!Name} is a text that it leaves alone.',
    bad: inSub('${Pric.Arn}'),
    good: inSub('${Price.Arn}'),
  },
  ASL243: {
    severity: 'error',
    source: 'documentation',
    rule: 'The file that a template names for a definition is there.',
    bad: machine('DefinitionUri: no-such-file.asl.json'),
    good: machine('DefinitionUri: s3://bucket/orders.asl.json'),
  },
}
