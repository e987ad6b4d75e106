import { stringify } from 'yaml'
import { DeployError } from './functions/manifest.ts'

/**
 * A template or a definition as YAML. In a module of its own, `@orkestra/asl/yaml`: only a user of it loads a YAML library.
 *
 * @example toYaml(toCloudFormation(workflow))
 * @throws DeployError when it is nested deeper than the YAML library goes; `toText` takes any depth.
 */
export const toYaml = (template: object): string => {
  try {
    // CloudFormation reads YAML 1.1, where OFF is false and 2012-10-17 a date, and takes no anchors.
    return stringify(template, { lineWidth: 0, aliasDuplicateObjects: false, compat: 'yaml-1.1' })
  } catch (error) {
    if (error instanceof RangeError)
      throw new DeployError('nested too deeply for YAML: take JSON, which goes to any depth')
    throw error
  }
}
