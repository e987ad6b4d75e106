import { mapCatch, seq } from '@orkestra/core'
import { divideBy, filterDivisionErrors, onesAndZeros, sumUp, times3 } from './handlers.ts'

export const mapJob = seq(onesAndZeros, mapCatch(divideBy), filterDivisionErrors, sumUp, times3)
