import assert from 'node:assert/strict'
import { equals, fromDag, par, seq, task } from '@orkestra/core'

const x = task('x')
const y = task('y')
const z = task('z')
const g = task('g')

// In Airflow: x >> y >> [z, g]
const found = fromDag(
  [
    ['x', 'y'],
    ['y', 'z'],
    ['y', 'g'],
  ],
  { x, y, z, g },
)
if (found._tag === 'Left') throw new Error(found.left.message)

export const workflow = found.right.graph

assert.ok(equals(workflow, seq(x, y, par(z, g))))
