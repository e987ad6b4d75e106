import { seq } from '@orkestra/core'
import { charge, ship } from './handlers.ts'

export const processOrder = seq(charge, ship)
