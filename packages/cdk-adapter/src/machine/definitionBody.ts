/** Puts a definition into the template, or into a file on S3. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { IPrincipal } from 'aws-cdk-lib/aws-iam'
import { DefinitionBody, type DefinitionConfig, type StateMachineProps } from 'aws-cdk-lib/aws-stepfunctions'
import { Lazy } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'
import type { DefinitionText } from '../text/definitionText.ts'

/**
 * The most bytes that a definition takes in a template. A template has at most 1 MB in total, so four such definitions fit.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
 */
export const inlineLimit: number = 256 * 1024

/** Like `DefinitionBody.fromFile`, but for a string: the file exists only until CDK has copied it. */
class TextAsset extends DefinitionBody {
  readonly #text: string
  constructor(text: string) {
    super()
    this.#text = text
  }
  bind(scope: Construct, principal: IPrincipal, props: StateMachineProps): DefinitionConfig {
    // With this set, as by `cdk synth --no-staging`, CDK copies nothing.
    const isCopied = !scope.node.tryGetContext('aws:cdk:disable-asset-staging')
    const folder = mkdtempSync(join(tmpdir(), 'definition-'))
    try {
      const path = join(folder, 'definition.asl.json')
      writeFileSync(path, this.#text)
      return DefinitionBody.fromFile(path).bind(scope, principal, props)
    } finally {
      if (isCopied) rmSync(folder, { recursive: true, force: true })
    }
  }
}

const isLong = (text: string): boolean =>
  // In a template, it is a string in JSON, where each quote takes two characters.
  text.length > inlineLimit / 2 && Buffer.byteLength(JSON.stringify(text)) > inlineLimit

/**
 * The definition and its substitutions: in the template if it is short enough, otherwise as an asset. In a template, CDK resolves `Lazy` values at
 * synthesis, as usual. A file is written immediately; a value that changes later is an error.
 */
export const definitionProps = (
  home: Construct,
  written: (late: 'resolve' | 'leave') => DefinitionText,
  as: 'text' | 'file' | undefined,
): Required<Pick<StateMachineProps, 'definitionBody' | 'definitionSubstitutions'>> => {
  const draft = written('leave')
  const isFile = as === 'file' || (as === undefined && isLong(draft.text))
  if (!draft.isLate)
    return {
      definitionBody: isFile ? new TextAsset(draft.text) : DefinitionBody.fromString(draft.text),
      definitionSubstitutions: draft.substitutions,
    }
  const substitutions = Lazy.any({ produce: () => written('resolve').substitutions }) as never
  if (!isFile)
    return {
      definitionBody: DefinitionBody.fromString(Lazy.uncachedString({ produce: () => written('resolve').text })),
      definitionSubstitutions: substitutions,
    }
  const { text } = written('resolve')
  home.node.addValidation({
    validate: () =>
      written('resolve').text === text
        ? []
        : ['a value of Lazy changed after the definition was written to a file: use { definitionAs: "text" }'],
  })
  return { definitionBody: new TextAsset(text), definitionSubstitutions: substitutions }
}
