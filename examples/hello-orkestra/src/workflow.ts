import { map, par, parCatch, seq } from '@orkestra/core'
import {
  addPrice,
  assertFalse,
  copyItem,
  doublePrice,
  generateItem,
  randomFloat,
  randomInt,
  sayGoodbye,
  sayHello,
  total,
} from './handlers.ts'

export const helloOrkestra = seq(
  generateItem,
  addPrice,
  copyItem,
  map(doublePrice),
  parCatch(assertFalse, total),
  sayHello,
  par(randomInt, randomFloat),
  sayGoodbye,
)
