import assert from 'node:assert/strict'
import { equals, identity, seq, task } from '@orkestra/core'

const price = task<{ readonly id: string }, number>('price')

export const workflow = identity<{ readonly id: string }>()

assert.ok(equals(seq(workflow, price), price))
