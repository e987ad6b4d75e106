/** What a machine is called: nothing, unless something has to know its name before there is a machine. */
import { Annotations, Lazy, Names } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'

export interface Naming {
  /** For the machine's own property, which CDK asks for when it synthesizes. */
  readonly property: string
  /** The name, which the machine has from now on; `what` needs it, and says so there. */
  readonly take: (machine: Construct, what: string) => string
}

/** The acknowledgement of `Annotations.acknowledgeWarning`. */
const id = '@orkestra/cdk-adapter:named'

/** A name that another stack of the account does not have, nested or not; another type of machine is another machine. */
const madeName = (home: Construct, type: 'STANDARD' | 'EXPRESS'): string => {
  const suffix = type === 'EXPRESS' ? '-express' : ''
  return `${Names.uniqueResourceName(home, { maxLength: 80 - suffix.length, separator: '-', allowedSpecialCharacters: '-_' })}${suffix}`
}

/**
 * The name that is given, or one that is made where it is needed. Nobody sees in the app whether its machine is deployed already, and
 * CloudFormation replaces a machine that gets a name, so a name that is made is a warning.
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
