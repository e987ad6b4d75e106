/** Diagnostics of the document, the machine, names, types and transitions. */
import type { Table } from './diagnostic.ts'
import { choice, isNull, machine, parallel, pass, scope, succeed, task } from './examples.ts'

export type MachineCode =
  | 'ASL001'
  | 'ASL002'
  | 'ASL003'
  | 'ASL004'
  | 'ASL005'
  | 'ASL006'
  | 'ASL007'
  | 'ASL008'
  | 'ASL009'
  | 'ASL010'
  | 'ASL011'
  | 'ASL020'
  | 'ASL021'
  | 'ASL022'
  | 'ASL030'
  | 'ASL031'
  | 'ASL032'
  | 'ASL033'
  | 'ASL034'
  | 'ASL035'
  | 'ASL036'
  | 'ASL037'
  | 'ASL038'
  | 'ASL039'
  | 'ASL040'
  | 'ASL041'

export const machineCodes: Table<MachineCode> = {
  ASL001: {
    severity: 'error',
    source: 'AWS',
    rule: 'The definition is one JSON object, and plain JSON all through.',
    aws: 'INVALID_JSON_DESCRIPTION, with the line and the column',
    bad: () => 'not json',
    good: () => machine({ A: succeed }),
  },
  ASL002: {
    severity: 'error',
    source: 'AWS',
    rule: 'StartAt and States are there: in the machine, in each branch and in each item processor.',
    aws: 'These fields are required: [StartAt]',
    bad: () => ({ States: { A: pass() } }),
    good: () => machine({ A: pass() }),
  },
  ASL003: {
    severity: 'error',
    source: 'AWS',
    rule: 'The machine has no unknown field; names are case-sensitive.',
    aws: "Field 'Startat' is not supported",
    bad: () => ({ Timeout: 60, ...machine({ A: pass() }) }),
    good: () => ({ TimeoutSeconds: 60, ...machine({ A: pass() }) }),
  },
  ASL004: {
    severity: 'error',
    source: 'AWS',
    rule: 'Version is "1.0".',
    aws: 'Value should be one of the following: [1.0]',
    bad: () => ({ Version: '1.1', ...machine({ A: pass() }) }),
    good: () => ({ Version: '1.0', ...machine({ A: pass() }) }),
  },
  ASL005: {
    severity: 'error',
    source: 'AWS',
    rule: "The machine's TimeoutSeconds is a whole number from 0 to 99999999; 0 is a warning, as the specification asks for a positive number.",
    aws: 'Minimum value is 0',
    bad: () => ({ TimeoutSeconds: -5, ...machine({ A: pass() }) }),
    good: () => ({ TimeoutSeconds: 300, ...machine({ A: pass() }) }),
  },
  ASL006: {
    severity: 'error',
    source: 'AWS',
    rule: 'StartAt names a state of the same States.',
    aws: "MISSING_TRANSITION_TARGET: Missing 'Next' target: a at /StartAt",
    bad: () => ({ StartAt: 'a', States: { A: pass() } }),
    good: () => ({ StartAt: 'A', States: { A: pass() } }),
  },
  ASL007: {
    severity: 'error',
    source: 'tooling',
    rule: 'States has at least one state.',
    bad: () => ({ StartAt: 'A', States: {} }),
    good: () => machine({ A: pass() }),
  },
  ASL008: {
    severity: 'error',
    source: 'AWS',
    rule: 'QueryLanguage is "JSONPath" or "JSONata", in this spelling.',
    aws: 'Value should be one of the following: [JSONPath, JSONata]',
    bad: () => ({ QueryLanguage: 'JSONAta', ...machine({ A: pass() }) }),
    good: () => ({ QueryLanguage: 'JSONata', ...machine({ A: pass() }) }),
  },
  ASL009: {
    severity: 'error',
    source: 'documentation',
    rule: 'The definition has at most 1,048,576 bytes.',
    aws: 'ValidationException',
    bad: () => machine({ A: pass({ Result: 'x'.repeat(1_048_577) }) }),
    good: () => machine({ A: pass({ Result: 'x' }) }),
  },
  ASL010: {
    severity: 'warning',
    source: 'practice',
    rule: 'No key is repeated in one object: parsers keep the last one, and the others are lost without a word.',
    bad: () => '{"StartAt":"A","States":{"A":{"Type":"Fail"},"A":{"Type":"Succeed"}}}',
    good: () => '{"StartAt":"A","States":{"A":{"Type":"Fail"}}}',
  },
  ASL011: {
    severity: 'error',
    source: 'tooling',
    rule: 'Comment is a text.',
    bad: () => ({ Comment: ['first', 'second'], ...machine({ A: pass() }) }),
    good: () => ({ Comment: 'first, second', ...machine({ A: pass() }) }),
  },
  ASL020: {
    severity: 'error',
    source: 'AWS',
    rule: "A state's name has 1 to 80 characters.",
    aws: 'INVALID_STATE_NAME: … exceeds the 80-character limit allowed by the service',
    bad: () => machine({ ['Send the order to the warehouse '.repeat(3)]: pass() }),
    good: () => machine({ 'Send the order to the warehouse': pass() }),
  },
  ASL021: {
    severity: 'error',
    source: 'AWS',
    rule: 'A name is used once in the whole machine, branches and item processors included.',
    aws: 'DUPLICATE_STATE_NAME: Duplicate State name: B',
    bad: () => machine({ A: parallel(scope({ B: pass() }), scope({ B: pass() })) }),
    good: () => machine({ A: parallel(scope({ B: pass() }), scope({ C: pass() })) }),
  },
  ASL022: {
    severity: 'warning',
    source: 'documentation',
    rule: 'Names keep to characters that names of other AWS resources may have too.',
    bad: () => machine({ 'price > 100': pass() }),
    good: () => machine({ 'price above 100': pass() }),
  },
  ASL030: {
    severity: 'error',
    source: 'AWS',
    rule: 'Every state has a Type, one of eight.',
    aws: "The field 'Type' should have one of these values: [Task, Wait, Pass, Succeed, Fail, Choice, Parallel, Map]",
    bad: () => machine({ A: { Type: 'Lambda', End: true } }),
    good: () => machine({ A: task() }),
  },
  ASL031: {
    severity: 'error',
    source: 'AWS',
    rule: 'A state has the fields of its type only.',
    aws: "Field 'Catch' is not supported",
    bad: () => machine({ A: { Type: 'Wait', Seconds: 1, Retry: [], End: true } }),
    good: () => machine({ A: task({ Retry: [] }) }),
  },
  ASL032: {
    severity: 'error',
    source: 'AWS',
    rule: 'A state has not both Next and End.',
    aws: 'There should only be one of the following fields: [Next, End]',
    bad: () => machine({ A: pass({ Next: 'B' }), B: succeed }),
    good: () => machine({ A: { Type: 'Pass', Next: 'B' }, B: succeed }),
  },
  ASL033: {
    severity: 'error',
    source: 'AWS',
    rule: 'A Pass, Task, Wait, Parallel or Map state has Next, or End: true.',
    aws: 'This object should have only one of the following fields: [Next, End]',
    bad: () => machine({ A: { Type: 'Pass', End: false } }),
    good: () => machine({ A: pass() }),
  },
  ASL034: {
    severity: 'error',
    source: 'tooling',
    rule: 'End is true or false.',
    bad: () => machine({ A: { Type: 'Pass', End: 'true' } }),
    good: () => machine({ A: pass() }),
  },
  ASL035: {
    severity: 'error',
    source: 'AWS',
    rule: 'Next names a state of the same States, in its very spelling: of a state, a choice rule, a catcher.',
    aws: "MISSING_TRANSITION_TARGET: Missing 'Next' target: Done at /States/A/Next",
    bad: () => machine({ A: { Type: 'Pass', Next: 'Done' }, done: succeed }),
    good: () => machine({ A: { Type: 'Pass', Next: 'done' }, done: succeed }),
  },
  ASL036: {
    severity: 'error',
    source: 'AWS',
    rule: 'No transition leads into a branch or an item processor, or out of one.',
    aws: "MISSING_TRANSITION_TARGET: Missing 'Next' target: C at /States/A/Branches[0]/States/B/Next",
    bad: () =>
      machine({ A: { ...parallel(scope({ B: { Type: 'Pass', Next: 'C' } })), End: undefined, Next: 'C' }, C: succeed }),
    good: () => machine({ A: { ...parallel(scope({ B: pass() })), End: undefined, Next: 'C' }, C: succeed }),
  },
  ASL037: {
    severity: 'error',
    source: 'AWS',
    rule: "Every state is reached from its scope's StartAt.",
    aws: 'MISSING_TRANSITION_TARGET: State "B" is not reachable. at /States/B',
    bad: () => machine({ A: pass(), B: pass() }),
    good: () => machine({ A: { Type: 'Pass', Next: 'B' }, B: pass() }),
  },
  ASL038: {
    severity: 'error',
    source: 'AWS',
    rule: 'Some state of the machine ends: by End: true, or as a Succeed or Fail state.',
    aws: 'MISSING_END_STATE: Workflow has no terminal state',
    bad: () => machine({ A: { Type: 'Wait', Seconds: 60, Next: 'B' }, B: { Type: 'Pass', Next: 'A' } }),
    good: () => machine({ A: { Type: 'Wait', Seconds: 60, Next: 'B' }, B: pass() }),
  },
  ASL039: {
    severity: 'warning',
    source: 'specification',
    rule: 'Some state of each branch and item processor ends. AWS does not insist, but such a branch never does.',
    bad: () => machine({ A: parallel(scope({ B: { Type: 'Pass', Next: 'B' } })) }),
    good: () => machine({ A: parallel(scope({ B: pass() })) }),
  },
  ASL040: {
    severity: 'error',
    source: 'AWS',
    rule: 'Succeed and Fail states have neither Next nor End.',
    aws: "Field 'End' is not supported",
    bad: () => machine({ A: { Type: 'Fail', Error: 'E', End: true } }),
    good: () => machine({ A: { Type: 'Fail', Error: 'E' } }),
  },
  ASL041: {
    severity: 'error',
    source: 'AWS',
    rule: 'A Choice state has neither Next nor End: its rules and its Default lead on.',
    aws: "Field 'Next' is not supported",
    bad: () => machine({ A: { ...choice(isNull), Next: 'Z' }, Z: succeed }),
    good: () => machine({ A: choice(isNull), Z: succeed }),
  },
}
