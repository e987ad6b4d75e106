/** Values that only a deployment knows. */
import { computed, type Ref } from './reference.ts'

/**
 * A string that the deployment fills in: a table's name, a queue's URL, the ARN of a machine in the same stack. Use it
 * wherever a string is allowed: in the arguments of a service, in `pass`, `concat`, conditions. In the definition it is `${name}`, for
 * `DefinitionSubstitutions` and `templatefile`; `toCloudFormation` and `toSam` make it a parameter, `toTerraform` a
 * variable, and `stateMachine` of the CDK adapter takes its value. The machine's role refers to the same resource.
 *
 * A local run sees the string `${name}`.
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
