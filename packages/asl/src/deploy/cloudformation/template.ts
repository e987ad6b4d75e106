/** A template of CloudFormation, and what is added to one. */

export type Json = Readonly<Record<string, unknown>>

/** Sections of a template, as they are written in one; what they hold is merged into it. */
export interface Extension {
  readonly Parameters?: Json
  readonly Resources?: Json
  readonly Outputs?: Json
  readonly Conditions?: Json
  readonly Mappings?: Json
  readonly Metadata?: Json
  /** Of SAM alone. */
  readonly Globals?: Json
}

export interface Resource {
  readonly Type: string
  readonly Properties: Readonly<Record<string, unknown>>
  readonly Metadata?: Readonly<Record<string, unknown>>
}

export interface Template {
  readonly AWSTemplateFormatVersion: '2010-09-09'
  readonly Metadata?: Readonly<Record<string, unknown>>
  readonly Transform?: string
  readonly Description?: string
  readonly Parameters?: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly Resources: Readonly<Record<string, Resource>>
  readonly Outputs: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}
