/** Where a definition goes: into the template, or to S3 beside it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { IPrincipal } from 'aws-cdk-lib/aws-iam'
import { DefinitionBody, type DefinitionConfig, type StateMachineProps } from 'aws-cdk-lib/aws-stepfunctions'
import type { Construct } from 'constructs'

/**
 * At most how many bytes of a template a definition takes by itself. A template holds 1 MB with everything in it, so four such
 * definitions fit. https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
 */
export const inlineLimit: number = 256 * 1024

/** As `DefinitionBody.fromFile`, of a text: the file lives only until CDK has copied it. */
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

/** In the template while it is short there, else as an asset. Placeholders are filled in both. */
export const definitionBody = (text: string, as: 'text' | 'file' | undefined): DefinitionBody => {
  // In a template it is a text inside JSON, where each of its quotes takes two characters.
  const isLong = text.length > inlineLimit / 2 && Buffer.byteLength(JSON.stringify(text)) > inlineLimit
  return as === 'file' || (as === undefined && isLong) ? new TextAsset(text) : DefinitionBody.fromString(text)
}
