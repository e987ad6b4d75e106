/** Diagnostics of paths, templates and intrinsic functions of JSONPath. */
import type { Table } from './diagnostic.ts'
import { machine, map, pass, task } from './examples.ts'

export type PathsCode =
  | 'ASL160'
  | 'ASL161'
  | 'ASL162'
  | 'ASL163'
  | 'ASL164'
  | 'ASL165'
  | 'ASL166'
  | 'ASL167'
  | 'ASL168'
  | 'ASL169'
  | 'ASL170'
  | 'ASL171'
  | 'ASL172'
  | 'ASL173'
  | 'ASL174'
  | 'ASL175'
  | 'ASL176'
  | 'ASL177'
  | 'ASL178'

export const pathsCodes: Table<PathsCode> = {
  ASL160: {
    severity: 'error',
    source: 'AWS',
    rule: 'InputPath and OutputPath are null or paths.',
    aws: 'Value must be a valid JSONPath.',
    bad: () => machine({ A: pass({ OutputPath: 'order.id' }) }),
    good: () => machine({ A: pass({ OutputPath: '$.order.id' }) }),
  },
  ASL161: {
    severity: 'error',
    source: 'AWS',
    rule: 'ResultPath is null or a reference path into the input: no wildcard, no "$$", no variable.',
    aws: 'Value is not a Reference Path',
    bad: () => machine({ A: pass({ ResultPath: '$$.x' }) }),
    good: () => machine({ A: pass({ ResultPath: '$.x' }) }),
  },
  ASL162: {
    severity: 'error',
    source: 'AWS',
    rule: 'The other fields whose names end in Path select exactly one node.',
    aws: 'Value is not a Reference Path',
    bad: () => machine({ A: task({ TimeoutSecondsPath: '$.timeouts[*]' }) }),
    good: () => machine({ A: task({ TimeoutSecondsPath: '$.timeouts[0]' }) }),
  },
  ASL163: {
    severity: 'error',
    source: 'AWS',
    rule: 'A key that ends in ".$" has a path or an intrinsic call as its value.',
    aws: "The value for the field 'id.$' must be a valid JSONPath or a valid intrinsic function call",
    bad: () => machine({ A: pass({ Parameters: { 'id.$': 7 } }) }),
    good: () => machine({ A: pass({ Parameters: { id: 7 } }) }),
  },
  ASL164: {
    severity: 'warning',
    source: 'practice',
    rule: 'A field is not given both with and without ".$".',
    bad: () => machine({ A: pass({ Parameters: { id: 7, 'id.$': '$.id' } }) }),
    good: () => machine({ A: pass({ Parameters: { 'id.$': '$.id' } }) }),
  },
  ASL165: {
    severity: 'error',
    source: 'tooling',
    rule: 'A payload template is an object. Of a ResultSelector, a text or a number is an error; anything else is a warning.',
    bad: () => machine({ A: task({ ResultSelector: '$.order' }) }),
    good: () => machine({ A: task({ ResultSelector: { 'order.$': '$.order' } }) }),
  },
  ASL166: {
    severity: 'warning',
    source: 'AWS',
    rule: 'A value that looks like a path or a call is under a key that ends in ".$"; otherwise it is plain text.',
    aws: 'NO_DOLLAR: No .$ on a field that appears to be a JSONPath or Intrinsic Function',
    bad: () => machine({ A: pass({ Parameters: { id: '$.order.id' } }) }),
    good: () => machine({ A: pass({ Parameters: { 'id.$': '$.order.id' } }) }),
  },
  ASL167: {
    severity: 'warning',
    source: 'AWS',
    rule: 'A value that looks like a path is in a field that takes a path.',
    aws: 'NO_PATH',
    bad: () => machine({ A: { Type: 'Fail', Cause: '$.reason' } }),
    good: () => machine({ A: { Type: 'Fail', CausePath: '$.reason' } }),
  },
  ASL168: {
    severity: 'warning',
    source: 'AWS',
    rule: "Nothing in a Pass state's Result is evaluated.",
    aws: 'PASS_RESULT_IS_STATIC',
    bad: () => machine({ A: pass({ Result: { 'id.$': '$.order.id' } }) }),
    good: () => machine({ A: pass({ Parameters: { 'id.$': '$.order.id' } }) }),
  },
  ASL169: {
    severity: 'warning',
    source: 'documentation',
    rule: "$$.Task is used in Task states only, $$.Map.Item in a Map's selector and inside the Map only.",
    bad: () => machine({ A: pass({ Parameters: { 'index.$': '$$.Map.Item.Index' } }) }),
    good: () => machine({ A: map({ ItemSelector: { 'index.$': '$$.Map.Item.Index' } }) }),
  },
  ASL170: {
    severity: 'error',
    source: 'AWS',
    rule: 'The intrinsic function exists.',
    aws: "The value for the field 'id.$' must be a valid JSONPath or a valid intrinsic function call",
    bad: () => machine({ A: pass({ Parameters: { 'id.$': 'States.Uuid()' } }) }),
    good: () => machine({ A: pass({ Parameters: { 'id.$': 'States.UUID()' } }) }),
  },
  ASL171: {
    severity: 'warning',
    source: 'specification',
    rule: 'An intrinsic function gets the right number of arguments, and literals of types that it accepts.',
    bad: () => machine({ A: pass({ Parameters: { 'x.$': 'States.ArrayLength($.a, $.b)' } }) }),
    good: () => machine({ A: pass({ Parameters: { 'x.$': 'States.ArrayLength($.a)' } }) }),
  },
  ASL172: {
    severity: 'error',
    source: 'AWS',
    rule: "Strings in a call are in single quotes, with only the escapes \\' \\{ \\} \\\\.",
    aws: "The value for the field 'x.$' must be a valid JSONPath or a valid intrinsic function call",
    bad: () => machine({ A: pass({ Parameters: { 'x.$': "States.Format('a\\nb')" } }) }),
    good: () => machine({ A: pass({ Parameters: { 'x.$': "States.Format('it\\'s {}', $.name)" } }) }),
  },
  ASL173: {
    severity: 'warning',
    source: 'specification',
    rule: 'A literal template of States.Format has one {} per value.',
    bad: () => machine({ A: pass({ Parameters: { 'x.$': "States.Format('{}', $.a, $.b)" } }) }),
    good: () => machine({ A: pass({ Parameters: { 'x.$': "States.Format('{} {}', $.a, $.b)" } }) }),
  },
  ASL174: {
    severity: 'error',
    source: 'documentation',
    rule: 'Intrinsic calls nest at most 10 levels deep.',
    bad: () => machine({ A: pass({ Parameters: { 'x.$': `${'States.Array('.repeat(11)}1${')'.repeat(11)}` } }) }),
    good: () => machine({ A: pass({ Parameters: { 'x.$': `${'States.Array('.repeat(10)}1${')'.repeat(10)}` } }) }),
  },
  ASL175: {
    severity: 'warning',
    source: 'documentation',
    rule: 'The third argument of States.JsonMerge is false.',
    bad: () => machine({ A: pass({ Parameters: { 'x.$': 'States.JsonMerge($.a, $.b, true)' } }) }),
    good: () => machine({ A: pass({ Parameters: { 'x.$': 'States.JsonMerge($.a, $.b, false)' } }) }),
  },
  ASL176: {
    severity: 'warning',
    source: 'documentation',
    rule: 'The algorithm of States.Hash is MD5, SHA-1, SHA-256, SHA-384 or SHA-512.',
    bad: () => machine({ A: pass({ Parameters: { 'x.$': "States.Hash($.a, 'SHA256')" } }) }),
    good: () => machine({ A: pass({ Parameters: { 'x.$': "States.Hash($.a, 'SHA-256')" } }) }),
  },
  ASL177: {
    severity: 'error',
    source: 'AWS',
    rule: 'Intrinsic calls are used in templates, ErrorPath and CausePath only.',
    aws: 'Value must be a valid JSONPath.',
    bad: () => machine({ A: pass({ OutputPath: 'States.StringToJson($.text)' }) }),
    good: () => machine({ A: pass({ Parameters: { 'value.$': 'States.StringToJson($.text)' } }) }),
  },
  ASL178: {
    severity: 'warning',
    source: 'documentation',
    rule: 'A path does what AWS documents that paths can: it has no function, and a filter in it compares the fields of objects with literals.',
    bad: () => machine({ A: pass({ Parameters: { 'n.$': '$.items.length()' } }) }),
    good: () => machine({ A: pass({ Parameters: { 'n.$': 'States.ArrayLength($.items)' } }) }),
  },
}
