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
    rule: 'The definition is one JSON object that contains only plain JSON values.',
    aws: 'INVALID_JSON_DESCRIPTION, with the line and the column',
    bad: () => 'not json',
    good: () => machine({ A: succeed }),
  },
  ASL002: {
    severity: 'error',
    source: 'AWS',
    rule: 'The machine, each branch and each item processor have StartAt and States.',
    aws: 'These fields are required: [StartAt]',
    bad: () => ({ States: { A: pass() } }),
    good: () => machine({ A: pass() }),
  },
  ASL003: {
    severity: 'error',
    source: 'AWS',
    rule: 'The machine has no unknown fields; names are case-sensitive.',
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
    rule: "The machine's TimeoutSeconds is a whole number from 0 to 99999999. 0 is a warning: the specification asks for a positive number.",
    aws: 'Minimum value is 0',
    bad: () => ({ TimeoutSeconds: -5, ...machine({ A: pass() }) }),
    good: () => ({ TimeoutSeconds: 300, ...machine({ A: pass() }) }),
  },
  ASL006: {
    severity: 'error',
    source: 'AWS',
    rule: 'StartAt names a state in the same States object.',
    aws: "MISSING_TRANSITION_TARGET: Missing 'Next' target: a at /StartAt",
    bad: () => ({ StartAt: 'a', States: { A: pass() } }),
    good: () => ({ StartAt: 'A', States: { A: pass() } }),
  },
  ASL007: {
    severity: 'error',
    source: 'tooling',
    rule: 'States contains at least one state.',
    bad: () => ({ StartAt: 'A', States: {} }),
    good: () => machine({ A: pass() }),
  },
  ASL008: {
    severity: 'error',
    source: 'AWS',
    rule: 'QueryLanguage is "JSONPath" or "JSONata", spelled exactly so.',
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
    rule: 'An object has no duplicate keys. Parsers keep the last one and drop the others silently.',
    bad: () => '{"StartAt":"A","States":{"A":{"Type":"Fail"},"A":{"Type":"Succeed"}}}',
    good: () => '{"StartAt":"A","States":{"A":{"Type":"Fail"}}}',
  },
  ASL011: {
    severity: 'error',
    source: 'tooling',
    rule: 'Comment is a string.',
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
    rule: 'A state name is unique in the whole machine, including branches and item processors.',
    aws: 'DUPLICATE_STATE_NAME: Duplicate State name: B',
    bad: () => machine({ A: parallel(scope({ B: pass() }), scope({ B: pass() })) }),
    good: () => machine({ A: parallel(scope({ B: pass() }), scope({ C: pass() })) }),
  },
  ASL022: {
    severity: 'warning',
    source: 'documentation',
    rule: 'State names use only characters that other AWS resource names allow too.',
    bad: () => machine({ 'price > 100': pass() }),
    good: () => machine({ 'price above 100': pass() }),
  },
  ASL030: {
    severity: 'error',
    source: 'AWS',
    rule: 'Every state has a Type, one of the eight.',
    aws: "The field 'Type' should have one of these values: [Task, Wait, Pass, Succeed, Fail, Choice, Parallel, Map]",
    bad: () => machine({ A: { Type: 'Lambda', End: true } }),
    good: () => machine({ A: task() }),
  },
  ASL031: {
    severity: 'error',
    source: 'AWS',
    rule: 'A state has only the fields of its type.',
    aws: "Field 'Catch' is not supported",
    bad: () => machine({ A: { Type: 'Wait', Seconds: 1, Retry: [], End: true } }),
    good: () => machine({ A: task({ Retry: [] }) }),
  },
  ASL032: {
    severity: 'error',
    source: 'AWS',
    rule: 'A state does not have both Next and End.',
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
    rule: 'Next, of a state, a choice rule or a catcher, names a state in the same States object, spelled exactly so.',
    aws: "MISSING_TRANSITION_TARGET: Missing 'Next' target: Done at /States/A/Next",
    bad: () => machine({ A: { Type: 'Pass', Next: 'Done' }, done: succeed }),
    good: () => machine({ A: { Type: 'Pass', Next: 'done' }, done: succeed }),
  },
  ASL036: {
    severity: 'error',
    source: 'AWS',
    rule: 'No transition enters or leaves a branch or an item processor.',
    aws: "MISSING_TRANSITION_TARGET: Missing 'Next' target: C at /States/A/Branches[0]/States/B/Next",
    bad: () =>
      machine({ A: { ...parallel(scope({ B: { Type: 'Pass', Next: 'C' } })), End: undefined, Next: 'C' }, C: succeed }),
    good: () => machine({ A: { ...parallel(scope({ B: pass() })), End: undefined, Next: 'C' }, C: succeed }),
  },
  ASL037: {
    severity: 'error',
    source: 'AWS',
    rule: 'Every state can be reached from the StartAt of its scope.',
    aws: 'MISSING_TRANSITION_TARGET: State "B" is not reachable. at /States/B',
    bad: () => machine({ A: pass(), B: pass() }),
    good: () => machine({ A: { Type: 'Pass', Next: 'B' }, B: pass() }),
  },
  ASL038: {
    severity: 'error',
    source: 'AWS',
    rule: 'At least one state of the machine is terminal: it has End: true, or is a Succeed or Fail state.',
    aws: 'MISSING_END_STATE: Workflow has no terminal state',
    bad: () => machine({ A: { Type: 'Wait', Seconds: 60, Next: 'B' }, B: { Type: 'Pass', Next: 'A' } }),
    good: () => machine({ A: { Type: 'Wait', Seconds: 60, Next: 'B' }, B: pass() }),
  },
  ASL039: {
    severity: 'warning',
    source: 'specification',
    rule: 'At least one state of each branch and item processor is terminal. AWS accepts a branch without one, but the branch never ends.',
    bad: () => machine({ A: parallel(scope({ B: { Type: 'Pass', Next: 'B' } })) }),
    good: () => machine({ A: parallel(scope({ B: pass() })) }),
  },
  ASL040: {
    severity: 'error',
    source: 'AWS',
    rule: 'Succeed and Fail states have no Next and no End.',
    aws: "Field 'End' is not supported",
    bad: () => machine({ A: { Type: 'Fail', Error: 'E', End: true } }),
    good: () => machine({ A: { Type: 'Fail', Error: 'E' } }),
  },
  ASL041: {
    severity: 'error',
    source: 'AWS',
    rule: 'A Choice state has no Next and no End: its rules and its Default decide what runs next.',
    aws: "Field 'Next' is not supported",
    bad: () => machine({ A: { ...choice(isNull), Next: 'Z' }, Z: succeed }),
    good: () => machine({ A: choice(isNull), Z: succeed }),
  },
}
