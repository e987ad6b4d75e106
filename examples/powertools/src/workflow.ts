import { seq } from '@orkestra/core'
import { average, generateNumbers } from './handlers.ts'

export const numbers = seq(generateNumbers, average)
