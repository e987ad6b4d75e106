/** Diagnostics of choice rules. */
import type { Table } from './diagnostic.ts'
import { choice, isNull, machine, succeed } from './examples.ts'

export type ChoicesCode =
  | 'ASL050'
  | 'ASL051'
  | 'ASL052'
  | 'ASL053'
  | 'ASL054'
  | 'ASL055'
  | 'ASL056'
  | 'ASL057'
  | 'ASL058'
  | 'ASL059'
  | 'ASL060'
  | 'ASL061'
  | 'ASL062'
  | 'ASL063'
  | 'ASL064'

export const choicesCodes: Table<ChoicesCode> = {
  ASL050: {
    severity: 'error',
    source: 'AWS',
    rule: 'A Choice state has at least one rule in Choices.',
    aws: 'Value cannot be empty',
    bad: () => machine({ A: { Type: 'Choice', Default: 'Z' }, Z: succeed }),
    good: () => machine({ A: choice(isNull), Z: succeed }),
  },
  ASL051: {
    severity: 'error',
    source: 'AWS',
    rule: 'A top-level choice rule has Next.',
    aws: 'These fields are required: [Next]',
    bad: () => machine({ A: choice({ Variable: '$.x', IsNull: true }), Z: succeed }),
    good: () => machine({ A: choice({ Variable: '$.x', IsNull: true, Next: 'Z' }), Z: succeed }),
  },
  ASL052: {
    severity: 'error',
    source: 'AWS',
    rule: 'A rule inside And, Or or Not has no Next.',
    aws: "Field 'Next' is not supported",
    bad: () => machine({ A: choice({ And: [isNull, { Variable: '$.y', IsNull: true }], Next: 'Z' }), Z: succeed }),
    good: () =>
      machine({
        A: choice({
          And: [
            { Variable: '$.x', IsNull: true },
            { Variable: '$.y', IsNull: true },
          ],
          Next: 'Z',
        }),
        Z: succeed,
      }),
  },
  ASL053: {
    severity: 'error',
    source: 'AWS',
    rule: 'A rule with a Variable makes exactly one comparison.',
    aws: 'There should only be one of the following fields: [StringEquals, …]',
    bad: () =>
      machine({ A: choice({ Variable: '$.x', NumericGreaterThan: 1, NumericLessThan: 9, Next: 'Z' }), Z: succeed }),
    good: () =>
      machine({
        A: choice({
          And: [
            { Variable: '$.x', NumericGreaterThan: 1 },
            { Variable: '$.x', NumericLessThan: 9 },
          ],
          Next: 'Z',
        }),
        Z: succeed,
      }),
  },
  ASL054: {
    severity: 'error',
    source: 'AWS',
    rule: 'A rule has exactly one of And, Or, Not, Variable and Condition.',
    aws: 'The object must have only one of the following fields, [And, Or, Not, Variable, Condition]',
    bad: () => machine({ A: choice({ ...isNull, Not: { Variable: '$.y', IsNull: true } }), Z: succeed }),
    good: () => machine({ A: choice(isNull), Z: succeed }),
  },
  ASL055: {
    severity: 'error',
    source: 'tooling',
    rule: 'And and Or take an array of at least one rule; Not takes one rule, without an array.',
    bad: () => machine({ A: choice({ Not: [{ Variable: '$.x', IsNull: true }], Next: 'Z' }), Z: succeed }),
    good: () => machine({ A: choice({ Not: { Variable: '$.x', IsNull: true }, Next: 'Z' }), Z: succeed }),
  },
  ASL056: {
    severity: 'error',
    source: 'tooling',
    rule: "A comparison's literal has the operator's type.",
    bad: () => machine({ A: choice({ Variable: '$.x', BooleanEquals: 'true', Next: 'Z' }), Z: succeed }),
    good: () => machine({ A: choice({ Variable: '$.x', BooleanEquals: true, Next: 'Z' }), Z: succeed }),
  },
  ASL057: {
    severity: 'error',
    source: 'AWS',
    rule: 'Variable, and the value of an operator whose name ends in Path, are paths.',
    aws: "Value is not a Reference Path: Reference path didn't start with '$'",
    bad: () => machine({ A: choice({ Variable: '$.x', NumericEqualsPath: 'limit', Next: 'Z' }), Z: succeed }),
    good: () => machine({ A: choice({ Variable: '$.x', NumericEqualsPath: '$.limit', Next: 'Z' }), Z: succeed }),
  },
  ASL058: {
    severity: 'error',
    source: 'tooling',
    rule: 'A rule has only known operators and fields. StringMatchesPath does not exist.',
    bad: () => machine({ A: choice({ Variable: '$.x', StringEqual: 'a', Next: 'Z' }), Z: succeed }),
    good: () => machine({ A: choice({ Variable: '$.x', StringEquals: 'a', Next: 'Z' }), Z: succeed }),
  },
  ASL059: {
    severity: 'error',
    source: 'AWS',
    rule: 'A Condition is an expression between {% and %}, or true or false.',
    aws: 'JSONata string must start with {% and end with %}',
    bad: () => machine({ A: choice({ Condition: '$states.input.x > 1', Next: 'Z' }), Z: succeed }, 'JSONata'),
    good: () => machine({ A: choice({ Condition: '{% $states.input.x > 1 %}', Next: 'Z' }), Z: succeed }, 'JSONata'),
  },
  ASL060: {
    severity: 'error',
    source: 'AWS',
    rule: 'Default names a state in the same States object.',
    aws: "MISSING_TRANSITION_TARGET: Missing 'Next' target: Nowhere at /States/A/Default",
    bad: () => machine({ A: { ...choice(isNull), Default: 'Nowhere' }, Z: succeed }),
    good: () => machine({ A: choice(isNull), Z: succeed }),
  },
  ASL061: {
    severity: 'warning',
    source: 'practice',
    rule: 'A Choice state has a Default: without one, an execution fails when no rule matches.',
    bad: () => machine({ A: { ...choice(isNull), Default: undefined }, Z: succeed }),
    good: () => machine({ A: choice(isNull), Z: succeed }),
  },
  ASL062: {
    severity: 'error',
    source: 'tooling',
    rule: 'A timestamp literal is RFC 3339, with an upper-case T, and Z or an offset.',
    aws: 'String does not match RFC3339 timestamp',
    bad: () => machine({ A: choice({ Variable: '$.x', TimestampLessThan: '2030-01-01', Next: 'Z' }), Z: succeed }),
    good: () =>
      machine({ A: choice({ Variable: '$.x', TimestampLessThan: '2030-01-01T00:00:00Z', Next: 'Z' }), Z: succeed }),
  },
  ASL063: {
    severity: 'error',
    source: 'tooling',
    rule: 'A rule inside And, Or or Not has no Output; an Assign in one is a warning.',
    bad: () => machine({ A: choice({ Not: { Variable: '$.x', IsNull: true, Output: 1 }, Next: 'Z' }), Z: succeed }),
    good: () => machine({ A: choice({ Not: { Variable: '$.x', IsNull: true }, Next: 'Z' }), Z: succeed }),
  },
  ASL064: {
    severity: 'error',
    source: 'AWS',
    rule: 'A JSONPath rule has no Condition; a JSONata rule has only a Condition.',
    aws: "The QueryLanguage is set to 'JSONPath', but field 'Condition' is only supported for the 'JSONata' QueryLanguage",
    bad: () => machine({ A: choice({ Condition: '{% true %}', Next: 'Z' }), Z: succeed }),
    good: () => machine({ A: choice({ Condition: '{% true %}', Next: 'Z' }), Z: succeed }, 'JSONata'),
  },
}
