/** Diagnostics of Retry and Catch. */
import type { Table } from './diagnostic.ts'
import { machine, succeed, task } from './examples.ts'

export type HandlersCode =
  | 'ASL110'
  | 'ASL111'
  | 'ASL112'
  | 'ASL113'
  | 'ASL114'
  | 'ASL115'
  | 'ASL116'
  | 'ASL117'
  | 'ASL118'
  | 'ASL119'
  | 'ASL120'
  | 'ASL121'
  | 'ASL122'
  | 'ASL123'

export const handlersCodes: Table<HandlersCode> = {
  ASL110: {
    severity: 'error',
    source: 'tooling',
    rule: 'Retry and Catch are arrays.',
    bad: () => machine({ A: task({ Catch: { ErrorEquals: ['E'], Next: 'Z' } }) }),
    good: () => machine({ A: task({ Catch: [{ ErrorEquals: ['E'], Next: 'Z' }] }), Z: succeed }),
  },
  ASL111: {
    severity: 'error',
    source: 'AWS',
    rule: 'ErrorEquals is an array of at least one string.',
    aws: 'These fields are required: [ErrorEquals]',
    bad: () => machine({ A: task({ Retry: [{ MaxAttempts: 2 }] }) }),
    good: () => machine({ A: task({ Retry: [{ ErrorEquals: ['E'], MaxAttempts: 2 }] }) }),
  },
  ASL112: {
    severity: 'error',
    source: 'AWS',
    rule: 'States.ALL is the only name in its ErrorEquals.',
    aws: 'States.ALL must appear alone and at end of list',
    bad: () => machine({ A: task({ Retry: [{ ErrorEquals: ['States.Timeout', 'States.ALL'] }] }) }),
    good: () => machine({ A: task({ Retry: [{ ErrorEquals: ['States.ALL'] }] }) }),
  },
  ASL113: {
    severity: 'error',
    source: 'AWS',
    rule: 'States.ALL is in the last retrier or catcher.',
    aws: 'States.ALL must appear alone and at end of list',
    bad: () => machine({ A: task({ Retry: [{ ErrorEquals: ['States.ALL'] }, { ErrorEquals: ['E'] }] }) }),
    good: () => machine({ A: task({ Retry: [{ ErrorEquals: ['E'] }, { ErrorEquals: ['States.ALL'] }] }) }),
  },
  ASL114: {
    severity: 'error',
    source: 'AWS',
    rule: 'IntervalSeconds is a whole number from 1 to 99999999. AWS accepts 0 too, which is a warning.',
    bad: () => machine({ A: task({ Retry: [{ ErrorEquals: ['E'], IntervalSeconds: 0.5 }] }) }),
    good: () => machine({ A: task({ Retry: [{ ErrorEquals: ['E'], IntervalSeconds: 1 }] }) }),
  },
  ASL115: {
    severity: 'error',
    source: 'AWS',
    rule: 'MaxAttempts is a whole number from 0 to 99999999.',
    aws: 'Minimum value is 0',
    bad: () => machine({ A: task({ Retry: [{ ErrorEquals: ['E'], MaxAttempts: '3' }] }) }),
    good: () => machine({ A: task({ Retry: [{ ErrorEquals: ['E'], MaxAttempts: 3 }] }) }),
  },
  ASL116: {
    severity: 'error',
    source: 'AWS',
    rule: 'BackoffRate is a number of at least 1.',
    aws: 'Minimum value is 1',
    bad: () => machine({ A: task({ Retry: [{ ErrorEquals: ['E'], BackoffRate: 0 }] }) }),
    good: () => machine({ A: task({ Retry: [{ ErrorEquals: ['E'], BackoffRate: 1 }] }) }),
  },
  ASL117: {
    severity: 'error',
    source: 'AWS',
    rule: 'MaxDelaySeconds is a whole number from 1 to 31622400.',
    aws: 'Maximum value is 31622400',
    bad: () => machine({ A: task({ Retry: [{ ErrorEquals: ['E'], MaxDelaySeconds: 31_622_401 }] }) }),
    good: () => machine({ A: task({ Retry: [{ ErrorEquals: ['E'], MaxDelaySeconds: 600 }] }) }),
  },
  ASL118: {
    severity: 'warning',
    source: 'documentation',
    rule: 'MaxDelaySeconds is greater than IntervalSeconds.',
    bad: () => machine({ A: task({ Retry: [{ ErrorEquals: ['E'], IntervalSeconds: 60, MaxDelaySeconds: 30 }] }) }),
    good: () => machine({ A: task({ Retry: [{ ErrorEquals: ['E'], IntervalSeconds: 30, MaxDelaySeconds: 60 }] }) }),
  },
  ASL119: {
    severity: 'error',
    source: 'AWS',
    rule: 'JitterStrategy is "FULL" or "NONE".',
    aws: 'Value should be one of the following: [NONE, FULL]',
    bad: () => machine({ A: task({ Retry: [{ ErrorEquals: ['E'], JitterStrategy: 'full' }] }) }),
    good: () => machine({ A: task({ Retry: [{ ErrorEquals: ['E'], JitterStrategy: 'FULL' }] }) }),
  },
  ASL120: {
    severity: 'error',
    source: 'AWS',
    rule: 'A catcher has Next.',
    aws: 'These fields are required: [Next]',
    bad: () => machine({ A: task({ Catch: [{ ErrorEquals: ['E'] }] }) }),
    good: () => machine({ A: task({ Catch: [{ ErrorEquals: ['E'], Next: 'Z' }] }), Z: succeed }),
  },
  ASL121: {
    severity: 'warning',
    source: 'documentation',
    rule: 'An error name that starts with "States." is one that Step Functions defines; any other never matches.',
    aws: '(accepted)',
    bad: () => machine({ A: task({ Retry: [{ ErrorEquals: ['States.TaskFail'] }] }) }),
    good: () => machine({ A: task({ Retry: [{ ErrorEquals: ['States.TaskFailed'] }] }) }),
  },
  ASL122: {
    severity: 'warning',
    source: 'AWS',
    rule: 'A retrier or catcher can match. One for States.Runtime never does, nor does a name listed in an earlier entry.',
    aws: '(accepted)',
    bad: () => machine({ A: task({ Retry: [{ ErrorEquals: ['E'] }, { ErrorEquals: ['E', 'F'] }] }) }),
    good: () => machine({ A: task({ Retry: [{ ErrorEquals: ['E'] }, { ErrorEquals: ['F'] }] }) }),
  },
  ASL123: {
    severity: 'error',
    source: 'tooling',
    rule: 'A retrier or catcher has only known fields.',
    bad: () => machine({ A: task({ Retry: [{ ErrorEquals: ['E'], MaxAttempt: 2 }] }) }),
    good: () => machine({ A: task({ Retry: [{ ErrorEquals: ['E'], MaxAttempts: 2 }] }) }),
  },
}
