/** Where it was seen that AWS refuses what a code calls an error. A code without an entry is a warning. */
import type { Code } from './codes.ts'

export interface Evidence {
  /**
   * `created`: CreateStateMachine or UpdateStateMachine refused it; `validated`: ValidateStateMachineDefinition did;
   * `documented`: AWS's documentation says that it cannot be; `tooling`: AWS's own language service or linter reports it as an error.
   */
  readonly seen: 'created' | 'validated' | 'documented' | 'tooling'
  readonly source: string
}

/** Measured by deploying a definition that breaks the rule, and one that keeps it. */
const deployed = (rule: string): Evidence => ({
  seen: 'created',
  source: `https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/stepfunctions/pf-sfn-${rule}/meta.yaml`,
})

/** Measured by asking ValidateStateMachineDefinition. */
const validated = (issue: number): Evidence => ({
  seen: 'validated',
  source: `https://github.com/floci-io/floci/issues/${issue}`,
})

/** Recorded from AWS by tests of an emulator. */
const recorded: Evidence = {
  seen: 'created',
  source: 'https://github.com/localstack/localstack/tree/main/tests/aws/services/stepfunctions',
}

const documented = (page: string): Evidence => ({
  seen: 'documented',
  source: `https://docs.aws.amazon.com/step-functions/latest/dg/${page}`,
})

/** The editors of AWS's toolkits check definitions with it. */
const languageService: Evidence = {
  seen: 'tooling',
  source: 'https://github.com/aws/amazon-states-language-service',
}

const stateFields = deployed('asl-state-fields')
const choiceRules = deployed('asl-choice-rules')
const pathExclusive = deployed('asl-path-exclusive')
const numericRanges = deployed('asl-numeric-ranges')
const retryCatch = deployed('asl-retry-catch')
const jsonPathSyntax = deployed('asl-jsonpath-syntax')
const branchShape = deployed('asl-branch-shape')
const mapDistributed = deployed('asl-map-distributed')
const queryLanguage = deployed('asl-query-language')
const express = deployed('express-unsupported')

/** By code. */
export const evidence: Readonly<Partial<Record<Code, Evidence>>> = {
  ASL001: recorded,
  ASL002: branchShape,
  ASL003: stateFields,
  ASL004: stateFields,
  ASL005: numericRanges,
  ASL006: validated(2735),
  ASL007: languageService,
  ASL008: validated(2968),
  ASL009: {
    seen: 'documented',
    source: 'https://docs.aws.amazon.com/step-functions/latest/apireference/API_CreateStateMachine.html',
  },
  ASL011: languageService,
  ASL020: deployed('asl-name-limits'),
  ASL021: deployed('asl-duplicate-state-name'),
  ASL030: recorded,
  ASL031: stateFields,
  ASL032: deployed('asl-next-end'),
  ASL033: deployed('asl-next-end'),
  ASL034: languageService,
  ASL035: deployed('asl-missing-state'),
  ASL036: { seen: 'created', source: 'https://github.com/localstack/localstack/issues/11978' },
  ASL037: deployed('asl-unreachable-state'),
  ASL038: deployed('asl-terminal-state'),
  ASL040: stateFields,
  ASL041: stateFields,
  ASL050: choiceRules,
  ASL051: choiceRules,
  ASL052: choiceRules,
  ASL053: choiceRules,
  ASL054: choiceRules,
  ASL055: languageService,
  ASL056: languageService,
  ASL057: jsonPathSyntax,
  ASL058: languageService,
  ASL059: queryLanguage,
  ASL060: deployed('asl-missing-state'),
  ASL062: languageService,
  ASL063: languageService,
  ASL064: queryLanguage,
  ASL070: deployed('asl-wait-timing'),
  ASL071: numericRanges,
  ASL072: deployed('asl-wait-timing'),
  ASL073: jsonPathSyntax,
  ASL080: pathExclusive,
  ASL081: pathExclusive,
  ASL082: documented('state-fail.html'),
  ASL083: stateFields,
  ASL090: deployed('asl-resource-arn'),
  ASL091: deployed('asl-resource-arn'),
  ASL092: deployed('asl-resource-arn'),
  ASL093: pathExclusive,
  ASL094: pathExclusive,
  ASL095: numericRanges,
  ASL097: deployed('asl-credentials'),
  ASL098: deployed('asl-credentials'),
  ASL100: deployed('asl-integration-parameters'),
  ASL103: recorded,
  ASL110: languageService,
  ASL111: retryCatch,
  ASL112: retryCatch,
  ASL113: retryCatch,
  ASL114: numericRanges,
  ASL115: numericRanges,
  ASL116: numericRanges,
  ASL117: numericRanges,
  ASL119: retryCatch,
  ASL120: retryCatch,
  ASL123: languageService,
  ASL130: branchShape,
  ASL131: validated(2968),
  ASL140: pathExclusive,
  ASL142: numericRanges,
  ASL143: pathExclusive,
  ASL144: jsonPathSyntax,
  ASL145: languageService,
  ASL146: mapDistributed,
  ASL147: mapDistributed,
  ASL148: deployed('asl-name-limits'),
  ASL149: numericRanges,
  ASL150: documented('input-output-itembatcher.html'),
  ASL151: mapDistributed,
  ASL152: mapDistributed,
  ASL153: documented('input-output-resultwriter.html'),
  ASL154: documented('choosing-workflow-type.html'),
  ASL160: jsonPathSyntax,
  ASL161: jsonPathSyntax,
  ASL162: jsonPathSyntax,
  ASL163: jsonPathSyntax,
  ASL165: languageService,
  ASL170: jsonPathSyntax,
  ASL172: recorded,
  ASL174: documented('intrinsic-functions.html'),
  ASL177: jsonPathSyntax,
  ASL180: queryLanguage,
  ASL181: validated(2745),
  ASL182: validated(2745),
  ASL183: validated(2745),
  ASL184: validated(2745),
  ASL185: validated(2745),
  ASL186: validated(2745),
  ASL190: queryLanguage,
  ASL191: queryLanguage,
  ASL192: validated(2968),
  ASL193: validated(2968),
  ASL194: documented('concepts-error-handling.html'),
  ASL200: jsonPathSyntax,
  ASL201: jsonPathSyntax,
  ASL202: documented('workflow-variables.html'),
  ASL203: documented('workflow-variables.html'),
  ASL205: stateFields,
  ASL207: documented('workflow-variables.html'),
  // By the schema of CloudFormation's linter, rule E3601.
  ASL210: { seen: 'tooling', source: 'https://github.com/aws-cloudformation/cfn-lint' },
  ASL220: express,
  ASL221: express,
  ASL222: express,
  ASL223: express,
}
