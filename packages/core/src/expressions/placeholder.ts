/** Values that only a deployment knows. */
import { computed, type Ref } from './reference.ts'

/**
 * A text that the deployment fills in: the name of a table, the URL of a queue, the ARN of a machine of the same stack. It stands
 * wherever a text may: in the arguments of a service, in `pass`, `concat`, conditions. In the definition it is `${name}`, as
 * `DefinitionSubstitutions` and `templatefile` know it; `toCloudFormation` and `toSam` make a parameter of it, `toTerraform` a
 * variable, and `stateMachine` of the CDK adapter takes its value. The role of the machine speaks of the same resource.
 *
 * A local run sees the text `${name}`.
 *
 * @example service('dynamodb:putItem', { TableName: placeholder('OrdersTable'), Item: { id: { S: 'x' } } })
 * @throws TypeError unless the name is letters and digits, beginning with a letter, which CloudFormation and Terraform both take.
 */
export const placeholder = (name: string): Ref<string> => {
  if (!/^[A-Za-z][A-Za-z0-9]{0,63}$/.test(name))
    throw new TypeError(
      `placeholder: a name is 1 to 64 letters and digits, and begins with a letter; got ${JSON.stringify(name)}`,
    )
  return computed(Object.freeze({ _tag: 'Literal', value: `\${${name}}`, isPlaceholder: true }))
}
