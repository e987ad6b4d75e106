import { parCatch, seq } from '@orkestra/core'
import { left, prepare, right } from './handlers.ts'

export const steps = seq(prepare, parCatch({ left, right }))
