import { isCaught, type Outcome } from '@orkestra/core'
import { handlers } from '@orkestra/handler'

export interface Person {
  readonly name: string
  readonly age: number
}

export const { makePerson, greet, celebrate, makePeople, gather } = handlers(
  { entry: import.meta.url, timeout: { seconds: 6 } },
  {
    async makePerson({ name }: { readonly name: string }): Promise<Person> {
      return { name, age: name.length }
    },
    async greet({ name }: Person): Promise<string> {
      return `Hello, ${name}`
    },
    async celebrate({ name, age }: Person): Promise<string> {
      if (age === 0) throw new RangeError(`${name} is not born yet`)
      return `${name} is ${age}`
    },
    async makePeople({ name }: { readonly name: string }): Promise<Person[]> {
      return [0, 1, 2].map((age) => ({ name: `${name} the ${age}.`, age }))
    },
    async gather(lines: readonly Outcome<string>[]): Promise<string[]> {
      return lines.map((line) => (isCaught(line) ? `(${line.Error})` : line))
    },
  },
)
