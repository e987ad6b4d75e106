import { stringify } from 'yaml'

/**
 * A template or a definition as YAML. In a module of its own, `@orkestra/asl/yaml`: only a user of it loads a YAML library.
 *
 * @example toYaml(toCloudFormation(workflow))
 */
export const toYaml = (template: object): string =>
  // CloudFormation reads YAML 1.1, where OFF is false and 2012-10-17 a date, and takes no anchors.
  stringify(template, { lineWidth: 0, aliasDuplicateObjects: false, compat: 'yaml-1.1' })
