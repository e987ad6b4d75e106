import { par } from '@orkestra/core'

export const workflow = par()
