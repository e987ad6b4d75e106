import { isCaught, type Outcome } from '@orkestra/core'
import { composeWith } from '@orkestra/handler'

const compose = composeWith({ entry: import.meta.url, timeout: { seconds: 6 } })

export interface Person {
  readonly name: string
  readonly age: number
}

export const makePerson = compose(async function makePerson({ name }: { readonly name: string }): Promise<Person> {
  return { name, age: name.length }
})

export const greet = compose(async function greet({ name }: Person): Promise<string> {
  return `Hello, ${name}`
})

export const celebrate = compose(async function celebrate({ name, age }: Person): Promise<string> {
  if (age === 0) throw new RangeError(`${name} is not born yet`)
  return `${name} is ${age}`
})

export const makePeople = compose(async function makePeople({ name }: { readonly name: string }): Promise<Person[]> {
  return [0, 1, 2].map((age) => ({ name: `${name} the ${age}.`, age }))
})

export const gather = compose(async function gather(lines: readonly Outcome<string>[]): Promise<string[]> {
  return lines.map((line) => (isCaught(line) ? `(${line.Error})` : line))
})
