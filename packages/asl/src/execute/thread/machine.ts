/** The machine that an execution runs on: its clock, its chance, its stand-ins, its identity. */

import type { Calls } from '../calls/calls.ts'
import { taskTokens, tokensOf } from '../calls/tokens.ts'
import { createRecorder } from '../history/recorder.ts'
import type { ExecuteOptions } from '../options.ts'
import { isRecord } from '../payload/payload.ts'
import { createRealClock, createVirtualClock } from '../time/clock.ts'
import type { Identity } from './context.ts'
import { gateOf } from './control.ts'
import { limitsOf } from './limits.ts'
import { createRandom, type Random } from './random.ts'
import type { Machine } from './thread.ts'

/** Where an execution is, unless the context says which machine it is of. */
const nowhere = 'arn:aws:states:us-east-1:111111111111:stateMachine:StateMachine'

const identityOf = (
  options: Pick<ExecuteOptions, 'startTime' | 'context' | 'type'>,
  input: unknown,
  random: Random,
): Identity => {
  const startedAt = options.startTime === undefined ? Date.now() : new Date(options.startTime).getTime()
  if (Number.isNaN(startedAt)) throw new TypeError(`execute: startTime ${String(options.startTime)} is not a time`)
  const given = options.context ?? {}
  const machine = isRecord(given.StateMachine) ? given.StateMachine : {}
  const arn = typeof machine.Id === 'string' ? machine.Id.split(':') : nowhere.split(':')
  const name = typeof machine.Name === 'string' ? machine.Name : (arn[6] ?? '')
  const execution = random.uuid()
  const isExpress = options.type === 'EXPRESS'
  const base = arn.slice(0, 5).join(':')
  return {
    startedAt,
    given,
    execution: {
      Id: isExpress
        ? `${base}:express:${name}:${execution}:${random.uuid()}`
        : `${base}:execution:${name}:${execution}`,
      Input: input,
      Name: execution,
      RoleArn: `arn:aws:iam::${arn[4] ?? ''}:role/sfn_role`,
      StartTime: new Date(startedAt).toISOString(),
      ...(!isExpress && { RedriveCount: 0 }),
    },
    stateMachine: { Id: `${base}:stateMachine:${name}`, Name: name },
  }
}

/** What the threads of an execution share, from the options of whoever starts it. */
export const machineOf = (
  options: Omit<ExecuteOptions, 'lambdas' | 'states' | 'services'>,
  input: unknown,
  calls: Calls,
): Machine => {
  const limits = limitsOf(options.limits, {
    isExpress: options.type === 'EXPRESS',
    hasHistory: options.history !== false,
  })
  const tokens = tokensOf(options.tokens ?? taskTokens())
  const clock =
    options.clock === 'real' ? createRealClock() : createVirtualClock(() => tokens.count() > 0, tokens.isPatient)
  const random = createRandom(options.seed)
  const { onEvent, resume } = options
  const recorder = createRecorder(
    options.history !== false,
    limits.events,
    resume === undefined ? clock.now : () => resume.elapsed + clock.now(),
    onEvent && ((event) => onEvent(event, undefined)),
    resume?.history.length,
  )
  const gate = options.control && gateOf(options.control)
  gate?.watch(recorder)
  return {
    clock,
    tokens,
    random,
    recorder,
    calls,
    identity: identityOf(options, input, random),
    limits,
    open: new Map(),
    count: { transitions: 0 },
    mapRuns: [],
    ...(onEvent && { onEvent }),
    ...(options.onMapRun && { onMapRun: options.onMapRun }),
    ...(gate && { gate }),
  }
}
