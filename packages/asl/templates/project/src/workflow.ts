import { parCatch, seq } from '@orkestra/core'
import { bill, price, reserve, tax } from './handlers.ts'

/** reserve and tax run side by side; an error of one is data for bill, not the end. */
export const workflow = seq(price, parCatch(reserve, tax), bill)
