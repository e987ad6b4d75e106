/** Diagnostics of JSONata, query languages and variables. */
import type { Table } from './diagnostic.ts'
import { distributed, machine, map, parallel, pass, scope, succeed, task } from './examples.ts'

export type ExpressionsCode =
  | 'ASL180'
  | 'ASL181'
  | 'ASL182'
  | 'ASL183'
  | 'ASL184'
  | 'ASL185'
  | 'ASL186'
  | 'ASL187'
  | 'ASL189'
  | 'ASL190'
  | 'ASL191'
  | 'ASL192'
  | 'ASL193'
  | 'ASL194'
  | 'ASL195'
  | 'ASL200'
  | 'ASL201'
  | 'ASL202'
  | 'ASL203'
  | 'ASL205'
  | 'ASL206'
  | 'ASL207'
  | 'ASL208'
  | 'ASL209'
  | 'ASL210'

export const expressionsCodes: Table<ExpressionsCode> = {
  ASL180: {
    severity: 'error',
    source: 'AWS',
    rule: 'An expression starts with {% and ends with %}, with nothing around it. A string that is nearly one is a warning.',
    aws: 'JSONata string must start with {% and end with %}',
    bad: () => machine({ A: pass({ Output: '{% $states.input' }) }, 'JSONata'),
    good: () => machine({ A: pass({ Output: '{% $states.input %}' }) }, 'JSONata'),
  },
  ASL181: {
    severity: 'error',
    source: 'AWS',
    rule: 'An expression is valid JSONata.',
    aws: 'INVALID_JSONATA_EXPRESSION: Unexpected end of expression',
    bad: () => machine({ A: pass({ Output: '{% ($x := 1 %}' }) }, 'JSONata'),
    good: () => machine({ A: pass({ Output: '{% ($x := 1; $x + 1) %}' }) }, 'JSONata'),
  },
  ASL182: {
    severity: 'error',
    source: 'AWS',
    rule: 'A name at the top level of an expression follows a value that it can be read from.',
    aws: "UNSUPPORTED_JSONATA_EXPRESSION: Reference to 'order' at the top level is not supported.",
    bad: () => machine({ A: pass({ Output: '{% order.id %}' }) }, 'JSONata'),
    good: () => machine({ A: pass({ Output: '{% $states.input.order.id %}' }) }, 'JSONata'),
  },
  ASL183: {
    severity: 'error',
    source: 'AWS',
    rule: 'An expression does not use $$, nor $ at its top level.',
    aws: "UNSUPPORTED_JSONATA_EXPRESSION: Reference to '$$' is not supported.",
    bad: () => machine({ A: pass({ Output: '{% $.order %}' }) }, 'JSONata'),
    good: () => machine({ A: pass({ Output: '{% $states.input.orders[$.id = 1] %}' }) }, 'JSONata'),
  },
  ASL184: {
    severity: 'error',
    source: 'AWS',
    rule: "$states.errorOutput is used only in a catcher's Output and Assign.",
    aws: "UNSUPPORTED_JSONATA_EXPRESSION: Field '$states.errorOutput' does not exist.",
    bad: () => machine({ A: task({ Output: '{% $states.errorOutput.Error %}' }) }, 'JSONata'),
    good: () =>
      machine(
        {
          A: task({ Catch: [{ ErrorEquals: ['E'], Output: '{% $states.errorOutput.Error %}', Next: 'Z' }] }),
          Z: succeed,
        },
        'JSONata',
      ),
  },
  ASL185: {
    severity: 'error',
    source: 'AWS',
    rule: '$states.result is used only in Output and Assign of Task, Parallel and Map states.',
    aws: "UNSUPPORTED_JSONATA_EXPRESSION: Field '$states.result' does not exist.",
    bad: () => machine({ A: pass({ Output: '{% $states.result %}' }) }, 'JSONata'),
    good: () => machine({ A: task({ Output: '{% $states.result %}' }) }, 'JSONata'),
  },
  ASL186: {
    severity: 'error',
    source: 'AWS',
    rule: '$states has only input, context, result and errorOutput.',
    bad: () => machine({ A: pass({ Output: '{% $states.inputs %}' }) }, 'JSONata'),
    good: () => machine({ A: pass({ Output: '{% $states.input %}' }) }, 'JSONata'),
  },
  ASL187: {
    severity: 'warning',
    source: 'AWS',
    rule: '$eval is not used: Step Functions does not have it.',
    aws: '(accepted; States.QueryEvaluationError T1006 when it runs)',
    bad: () => machine({ A: pass({ Output: '{% $eval($states.input.text) %}' }) }, 'JSONata'),
    good: () => machine({ A: pass({ Output: '{% $parse($states.input.text) %}' }) }, 'JSONata'),
  },
  ASL189: {
    severity: 'warning',
    source: 'AWS',
    rule: 'An expression returns the type that its field takes, where that can be determined.',
    aws: "(when it runs) … returned an unexpected result type. Expected 'number', but was 'string'",
    bad: () => machine({ A: task({ TimeoutSeconds: "{% '60' %}" }) }, 'JSONata'),
    good: () => machine({ A: task({ TimeoutSeconds: '{% 60 %}' }) }, 'JSONata'),
  },
  ASL190: {
    severity: 'error',
    source: 'AWS',
    rule: 'A JSONata state has no JSONPath fields.',
    aws: "The QueryLanguage is set to 'JSONata', but field 'ResultPath' is only supported for the 'JSONPath' QueryLanguage",
    bad: () => machine({ A: task({ ResultPath: '$.x' }) }, 'JSONata'),
    good: () => machine({ A: task({ ResultPath: '$.x' }) }),
  },
  ASL191: {
    severity: 'error',
    source: 'AWS',
    rule: 'A JSONPath state has no JSONata fields.',
    aws: "The QueryLanguage is set to 'JSONPath', but field 'Arguments' is only supported for the 'JSONata' QueryLanguage",
    bad: () => machine({ A: task({ Arguments: { FunctionName: 'f' } }) }),
    good: () => machine({ A: task({ Arguments: { FunctionName: 'f' } }) }, 'JSONata'),
  },
  ASL192: {
    severity: 'error',
    source: 'AWS',
    rule: 'A JSONata machine has no JSONPath states.',
    aws: "'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine",
    bad: () => machine({ A: pass({ QueryLanguage: 'JSONPath' }) }, 'JSONata'),
    good: () => machine({ A: pass({ QueryLanguage: 'JSONata' }) }, 'JSONPath'),
  },
  ASL193: {
    severity: 'error',
    source: 'AWS',
    rule: "States inside a Parallel or Map use the machine's query language, not that of the enclosing state.",
    aws: "The QueryLanguage is set to 'JSONPath', but field 'Output' is only supported for the 'JSONata' QueryLanguage",
    bad: () => machine({ A: { QueryLanguage: 'JSONata', ...parallel(scope({ B: pass({ Output: 1 }) })) } }),
    good: () =>
      machine({
        A: { QueryLanguage: 'JSONata', ...parallel(scope({ B: pass({ QueryLanguage: 'JSONata', Output: 1 }) })) },
      }),
  },
  ASL194: {
    severity: 'error',
    source: 'documentation',
    rule: 'A catcher has ResultPath only in JSONPath, and Output only in JSONata.',
    bad: () => machine({ A: task({ Catch: [{ ErrorEquals: ['E'], Output: 1, Next: 'Z' }] }), Z: succeed }),
    good: () => machine({ A: task({ Catch: [{ ErrorEquals: ['E'], ResultPath: '$.error', Next: 'Z' }] }), Z: succeed }),
  },
  ASL195: {
    severity: 'warning',
    source: 'practice',
    rule: 'In JSONata, a key that ends in ".$" is an ordinary field name: its value is not evaluated as a path.',
    bad: () => machine({ A: pass({ Output: { 'id.$': '{% $states.input.id %}' } }) }, 'JSONata'),
    good: () => machine({ A: pass({ Output: { id: '{% $states.input.id %}' } }) }, 'JSONata'),
  },
  ASL200: {
    severity: 'error',
    source: 'AWS',
    rule: 'A variable name starts with a letter and continues with letters, digits and "_".',
    aws: 'INVALID_VARIABLE_NAME',
    bad: () => machine({ A: pass({ Assign: { '1st': 1 } }) }),
    good: () => machine({ A: pass({ Assign: { first: 1 } }) }),
  },
  ASL201: {
    severity: 'error',
    source: 'AWS',
    rule: 'No variable is named "states".',
    aws: "RESERVED_VARIABLE_NAME: Cannot assign to reserved variable '$states'.",
    bad: () => machine({ A: pass({ Assign: { 'states.$': '$.x' } }) }),
    good: () => machine({ A: pass({ Assign: { 'state.$': '$.x' } }) }),
  },
  ASL202: {
    severity: 'error',
    source: 'documentation',
    rule: "A variable's name has at most 80 characters.",
    bad: () => machine({ A: pass({ Assign: { ['veryLong'.repeat(11)]: 1 } }) }),
    good: () => machine({ A: pass({ Assign: { short: 1 } }) }),
  },
  ASL203: {
    severity: 'error',
    source: 'documentation',
    rule: 'An inner scope does not assign a variable of an outer scope, whichever runs first.',
    aws: "The variable name 'x' was already defined in a parent scope.",
    bad: () => machine({ A: { ...parallel(scope({ B: pass({ Assign: { x: 1 } }) })), Assign: { x: 2 } } }),
    good: () => machine({ A: { ...parallel(scope({ B: pass({ Assign: { y: 1 } }) })), Assign: { x: 2 } } }),
  },
  ASL205: {
    severity: 'error',
    source: 'AWS',
    rule: 'Succeed and Fail states assign nothing.',
    aws: "Field 'Assign' is not supported",
    bad: () => machine({ A: { Type: 'Fail', Assign: { x: 1 } } }),
    good: () => machine({ A: pass({ Assign: { x: 1 } }) }),
  },
  ASL206: {
    severity: 'warning',
    source: 'AWS',
    rule: 'A variable that is read is assigned in the same scope or an enclosing one.',
    aws: '(accepted; fails when it runs)',
    bad: () =>
      machine({ A: { Type: 'Pass', Assign: { total: 1 }, Next: 'B' }, B: pass({ Parameters: { 'x.$': '$totl' } }) }),
    good: () =>
      machine({ A: { Type: 'Pass', Assign: { total: 1 }, Next: 'B' }, B: pass({ Parameters: { 'x.$': '$total' } }) }),
  },
  ASL207: {
    severity: 'error',
    source: 'documentation',
    rule: 'Inside a DISTRIBUTED Map, no variable from outside is read.',
    bad: () =>
      machine({
        A: { Type: 'Pass', Assign: { x: 1 }, Next: 'B' },
        B: map({}, distributed, pass({ Parameters: { 'x.$': '$x' } })),
      }),
    good: () =>
      machine({
        A: { Type: 'Pass', Assign: { x: 1 }, Next: 'B' },
        B: map({ ItemSelector: { 'x.$': '$x' } }, distributed, pass({ Parameters: { 'x.$': '$.x' } })),
      }),
  },
  ASL208: {
    severity: 'warning',
    source: 'AWS',
    rule: 'A state does not read a variable that it assigns for the first time.',
    bad: () => machine({ A: pass({ Assign: { 'x.$': '$.a' }, Parameters: { 'y.$': '$x' } }) }),
    good: () => machine({ A: pass({ Assign: { 'x.$': '$.a' }, Parameters: { 'y.$': '$.a' } }) }),
  },
  ASL209: {
    severity: 'warning',
    source: 'documentation',
    rule: 'One Assign sets at most 256 KiB.',
    bad: () => machine({ A: pass({ Assign: { x: 'x'.repeat(262_145) } }) }),
    good: () => machine({ A: pass({ Assign: { x: 'x' } }) }),
  },
  ASL210: {
    severity: 'error',
    source: 'tooling',
    rule: 'Assign is an object.',
    bad: () => machine({ A: pass({ Assign: ['x'] }) }),
    good: () => machine({ A: pass({ Assign: { x: null } }) }),
  },
}
