import {
  catchError,
  choice,
  days,
  eq,
  hours,
  keeping,
  lt,
  on,
  otherwise,
  pass,
  type Ref,
  seq,
  service,
  when,
} from '@orkestra/core'
import { askBoard, type Decision, type Expense, reimburse, tellRejected } from './handlers.ts'

/** Whoever reads the queue must return the token: until then, the workflow waits, and costs nothing. */
const askManager = service(
  'sqs:sendMessage.waitForTaskToken',
  (expense: Ref<Expense>, token) => ({
    QueueUrl: 'https://sqs.eu-west-1.amazonaws.com/123456789012/approvals',
    MessageBody: { expense, token },
  }),
  {
    name: 'askManager',
    result: (answered: Ref<Decision>) => answered,
    taskTimeout: days(7),
    // The page where managers decide says that it is alive (`SendTaskHeartbeat`).
    heartbeat: hours(25),
  },
)

export const humanApproval = choice(
  when((expense: Ref<Expense>) => lt(expense.amount, 50), reimburse),
  otherwise(
    seq(
      keeping(
        catchError(
          askManager,
          on(
            ['States.Timeout', 'States.HeartbeatTimeout'],
            pass(() => ({ answer: 'none' })),
          ),
        ),
        'decision',
      ),
      choice(
        when((decided) => eq(decided.decision.answer, 'approved'), reimburse),
        when((decided) => eq(decided.decision.answer, 'rejected'), tellRejected),
        otherwise(askBoard),
      ),
    ),
  ),
)
