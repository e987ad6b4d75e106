/** The name of a machine. It has none, unless something needs the name before the machine exists. */
import { Annotations, Lazy, Names } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'

export interface Naming {
  /** The value of the machine's property, which CDK reads at synthesis. */
  readonly property: string
  /** Gives the machine a name and returns it. Messages mention `what`, which needs the name. */
  readonly take: (machine: Construct, what: string) => string
}

/** The id for `Annotations.acknowledgeWarning`. */
const id = '@orkestra/cdk-adapter:named'

/** A name that is unique among all stacks of the account, nested ones included. It differs by type, because another type is another machine. */
const madeName = (home: Construct, type: 'STANDARD' | 'EXPRESS'): string => {
  const suffix = type === 'EXPRESS' ? '-express' : ''
  return `${Names.uniqueResourceName(home, { maxLength: 80 - suffix.length, separator: '-', allowedSpecialCharacters: '-_' })}${suffix}`
}

/**
 * The given name, or one generated when it is needed. A generated name causes a warning, because CloudFormation replaces a deployed machine that gets
 * a name, and the app cannot know whether its machine is deployed.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-stepfunctions-statemachine.html
 */
export const namingOf = (home: Construct, type: 'STANDARD' | 'EXPRESS', given: string | undefined): Naming => {
  if (given !== undefined) return { property: given, take: () => given }
  const name = madeName(home, type)
  let isTaken = false
  return {
    property: Lazy.string({ produce: () => (isTaken ? name : undefined) }),
    take: (machine, what) => {
      if (!isTaken)
        Annotations.of(machine).addWarningV2(
          id,
          `${what} needs the machine's name before there is a machine, so it is called ${JSON.stringify(name)}. A machine that is deployed without a name is replaced by that: it gets another ARN, and its executions end at their next state. If nothing is deployed yet, or that is meant, acknowledge it or pass { stateMachineName: ${JSON.stringify(name)} }.`,
        )
      isTaken = true
      return name
    },
  }
}
