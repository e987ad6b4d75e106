/** Variables and outputs of a Terraform module. */
import { attributes, block, expression, type Value } from './hcl.ts'

export const variable = (
  name: string,
  description: string,
  type: string,
  more: Readonly<Record<string, Value>> = {},
): string => block(`variable "${name}"`, attributes({ description, type: expression(type), ...more }))

export const output = (name: string, description: string, value: string): string =>
  block(`output "${name}"`, attributes({ description, value: expression(value) }))
