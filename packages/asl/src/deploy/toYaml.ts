import { stringify } from 'yaml'

/**
 * A template or a definition as YAML. In a module of its own, `@orkestra/asl/yaml`: only a user of it loads a YAML library.
 *
 * @example toYaml(toCloudFormation(workflow))
 */
export const toYaml = (template: object): string =>
  // An anchor for what stands in two places is YAML that CloudFormation does not take.
  stringify(template, { lineWidth: 0, aliasDuplicateObjects: false })
