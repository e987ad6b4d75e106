import { map, mapCatch, par, parCatch, seq } from '@orkestra/core'
import { celebrate, gather, greet, makePeople, makePerson } from './handlers.ts'

/** One after the other. */
export const chain = seq(makePerson, greet)

/** Side by side; an error of one is the end of all. */
export const list = seq(makePerson, par(greet, celebrate))

/** Side by side; an error of one is data. */
export const tuple = seq(makePerson, parCatch(greet, celebrate))

/** Side by side, with names instead of positions. */
export const record = seq(makePerson, par({ greeting: greet, birthday: celebrate }))

/** For each. */
export const maps = seq(makePeople, map(greet))

/** For each, and errors are data: all of it in one machine. */
export const orchestration = seq(makePeople, mapCatch(celebrate, { maxConcurrency: 2 }), gather)
