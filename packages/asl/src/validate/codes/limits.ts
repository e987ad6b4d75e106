/** Diagnostics of EXPRESS machines and quotas. */
import type { Table } from './diagnostic.ts'
import { activity, distributed, fromS3, machine, map, nested, pages, pass, poll, task } from './examples.ts'

export type LimitsCode =
  | 'ASL220'
  | 'ASL221'
  | 'ASL222'
  | 'ASL223'
  | 'ASL224'
  | 'ASL225'
  | 'ASL226'
  | 'ASL227'
  | 'ASL228'
  | 'ASL229'
  | 'ASL230'
  | 'ASL231'

export const limitsCodes: Table<LimitsCode> = {
  ASL220: {
    severity: 'error',
    source: 'AWS',
    rule: 'An EXPRESS machine does not use .sync.',
    aws: "Express state machine does not support '.sync' service integration",
    type: 'EXPRESS',
    bad: () => machine({ A: task({ Resource: 'arn:aws:states:::ecs:runTask.sync' }) }),
    good: () => machine({ A: task({ Resource: 'arn:aws:states:::ecs:runTask' }) }),
  },
  ASL221: {
    severity: 'error',
    source: 'AWS',
    rule: 'An EXPRESS machine does not use .waitForTaskToken.',
    aws: "Express state machine does not support '.waitForTaskToken' service integration",
    type: 'EXPRESS',
    bad: () => machine({ A: task({ Resource: 'arn:aws:states:::sns:publish.waitForTaskToken' }) }),
    good: () => machine({ A: task({ Resource: 'arn:aws:states:::sns:publish' }) }),
  },
  ASL222: {
    severity: 'error',
    source: 'AWS',
    rule: 'An EXPRESS machine has no activities.',
    aws: 'Express state machine does not support Activity ARN',
    type: 'EXPRESS',
    bad: () => machine({ A: task({ Resource: activity }) }),
    good: () => machine({ A: task() }),
  },
  ASL223: {
    severity: 'error',
    source: 'AWS',
    rule: 'An EXPRESS machine has no DISTRIBUTED Map.',
    aws: "The field 'Mode' with value 'DISTRIBUTED' is not supported inside 'EXPRESS' state machines",
    type: 'EXPRESS',
    bad: () => machine({ A: map({}, distributed) }),
    good: () => machine({ A: map() }),
  },
  ASL224: {
    severity: 'warning',
    source: 'documentation',
    rule: 'An EXPRESS machine does not wait longer than its 300 seconds.',
    type: 'EXPRESS',
    bad: () => machine({ A: { Type: 'Wait', Seconds: 3600, End: true } }),
    good: () => machine({ A: { Type: 'Wait', Seconds: 60, End: true } }),
  },
  ASL225: {
    severity: 'warning',
    source: 'documentation',
    rule: 'A literal in a state has at most 256 KiB, the payload limit.',
    bad: () => machine({ A: pass({ Result: 'x'.repeat(262_145) }) }),
    good: () => machine({ A: pass({ Result: 'x' }) }),
  },
  ASL226: {
    severity: 'warning',
    source: 'documentation',
    rule: "An execution's history holds at most 25,000 events.",
    bad: () =>
      machine(
        Object.fromEntries(
          Array.from({ length: 12_501 }, (_, i) => [
            `S${i}`,
            i < 12_500 ? { Type: 'Pass', Next: `S${i + 1}` } : pass(),
          ]),
        ),
      ),
    good: () => machine({ A: pass() }),
  },
  ASL227: {
    severity: 'warning',
    source: 'documentation',
    rule: 'An INLINE Map runs at most 40 iterations at once, whatever MaxConcurrency says.',
    bad: () => machine({ A: map({ MaxConcurrency: 1000 }) }),
    good: () => machine({ A: map({ MaxConcurrency: 1000 }, distributed) }),
  },
  ASL228: {
    severity: 'warning',
    source: 'documentation',
    rule: 'States are not nested too deeply. AWS does not document the limit.',
    aws: 'TOO_DEEPLY_NESTED',
    bad: () => nested(101),
    good: () => nested(3),
  },
  ASL229: {
    severity: 'warning',
    source: 'documentation',
    rule: 'A loop does not fill the history: one that waits can wait for more than 6 hours, unless it counts its iterations.',
    bad: () => poll(2),
    good: () => poll(30),
  },
  ASL230: {
    severity: 'warning',
    source: 'documentation',
    rule: 'What a loop passes on does not grow with every iteration, unless the loop counts them: a payload or a variable holds at most 256 KiB.',
    bad: () => pages('{% $append($all, $states.result.Items) %}'),
    good: () => pages('{% $append($all, $states.result.Items)[[0..99]] %}'),
  },
  ASL231: {
    severity: 'warning',
    source: 'documentation',
    rule: 'A DISTRIBUTED Map that reads its items from S3 and starts one execution per item uses EXPRESS children, unless they need STANDARD.',
    bad: () => machine({ A: map(fromS3, distributed, task({ Retry: [{ ErrorEquals: ['States.ALL'] }] })) }),
    good: () => machine({ A: map(fromS3, { ...distributed, ExecutionType: 'EXPRESS' }) }),
  },
}
