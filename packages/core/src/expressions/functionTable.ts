/** The functions of references, and what is known of each: whoever reads calls asks here. A new one has a row, or does not compile. */

/** The functions that both query languages have, or one of them. */
export type FunctionName =
  | 'concat'
  | 'add'
  | 'subtract'
  | 'multiply'
  | 'divide'
  | 'modulo'
  | 'length'
  | 'contains'
  | 'get'
  | 'range'
  | 'partition'
  | 'unique'
  | 'split'
  | 'parseJson'
  | 'stringify'
  | 'base64Encode'
  | 'base64Decode'
  | 'hash'
  | 'merge'
  | 'orElse'
  | 'cond'
  | 'filter'
  | 'each'
  | 'slice'
  | 'numberOf'
  | 'textOf'
  | 'lower'
  | 'upper'
  | 'mergeDeep'
  | 'now'
  | 'later'
  | 'uuid'
  | 'random'

/** What is known of a function. */
export interface FunctionFacts {
  /** What it gives, whatever it is given; `any` where that decides. */
  readonly gives: 'text' | 'number' | 'boolean' | 'array' | 'object' | 'any'
  /** Whether two evaluations may give different values: then it is evaluated once, where the user wrote it. */
  readonly varies: boolean
}

const steady = (gives: FunctionFacts['gives']): FunctionFacts => ({ gives, varies: false })
const varying = (gives: FunctionFacts['gives']): FunctionFacts => ({ gives, varies: true })

/** What is known of each function. */
export const functionTable: Readonly<Record<FunctionName, FunctionFacts>> = {
  concat: steady('text'),
  add: steady('number'),
  subtract: steady('number'),
  multiply: steady('number'),
  divide: steady('number'),
  modulo: steady('number'),
  length: steady('number'),
  contains: steady('boolean'),
  get: steady('any'),
  range: steady('array'),
  partition: steady('array'),
  unique: steady('array'),
  split: steady('array'),
  parseJson: steady('any'),
  stringify: steady('text'),
  base64Encode: steady('text'),
  base64Decode: steady('text'),
  hash: steady('text'),
  merge: steady('object'),
  orElse: steady('any'),
  cond: steady('any'),
  filter: steady('array'),
  each: steady('array'),
  slice: steady('array'),
  numberOf: steady('number'),
  textOf: steady('text'),
  lower: steady('text'),
  upper: steady('text'),
  mergeDeep: steady('object'),
  now: varying('text'),
  later: steady('text'),
  uuid: varying('text'),
  random: varying('number'),
}
