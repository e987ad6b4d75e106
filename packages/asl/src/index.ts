/**
 * Turn workflows into Amazon States Language and everything that deploys it; validate any definition.
 *
 * @module @orkestra/asl
 */

export type { StackOptions } from './deploy/cloudformation/resources.ts'
export type { Extension, Resource, Template } from './deploy/cloudformation/template.ts'
export { type CloudFormationOptions, toCloudFormation } from './deploy/cloudformation/toCloudFormation.ts'
export { type SamOptions, toSam } from './deploy/cloudformation/toSam.ts'
export {
  type DefinitionTemplateOptions,
  definitionTemplate,
  freeCharacter,
  placeholderName,
} from './deploy/definition.ts'
export { type Bundled, type Bundling, bundling } from './deploy/functions/bundling.ts'
export { DeployError, type FunctionManifest, type ManifestOptions, manifest } from './deploy/functions/manifest.ts'
export {
  type HandlerModule,
  handlerPath,
  handlerProblem,
  type ModuleReading,
  readModule,
  type Unreadable,
} from './deploy/functions/module.ts'
export { defaultRuntime } from './deploy/functions/runtime.ts'
export { mapTexts } from './deploy/mapTexts.ts'
export { type DeployOptions, defaultLogging, type Logging, type Recurring } from './deploy/options.ts'
export { definitionFile } from './deploy/references.ts'
export { type TerraformOptions, toTerraform } from './deploy/terraform/toTerraform.ts'
export { emit, emitEither } from './emit/emit.ts'
export type { EmitOptions } from './emit/options.ts'
export { isFunctionArn, placeholderKey, placeholders } from './emit/placeholder.ts'
export { lambdaArguments } from './emit/write/lambdaCall.ts'
export { AslError, type Issue, pointer, showIssue } from './issue.ts'
export type { Meaning, References } from './policy/permissions/arns.ts'
export { type Attachments, attachments, PolicySizeError, policySize } from './policy/permissions/attach.ts'
export {
  type PolicyDocument,
  type RolePolicy,
  type Statement,
  type Underived,
  wanted,
} from './policy/permissions/document.ts'
export { type PolicyOptions, policy } from './policy/policy.ts'
export type * from './states.ts'
export { toText } from './toText.ts'
export { type DiagnoseOptions, diagnose } from './validate/diagnose.ts'
export { validate } from './validate/validate.ts'
