/** All diagnostics, by code. The documentation is generated from here; the validator itself needs only the names. */

import { type ChoicesCode, choicesCodes } from './choices.ts'
import type { Table } from './diagnostic.ts'
import { type ExpressionsCode, expressionsCodes } from './expressions.ts'
import { type HandlersCode, handlersCodes } from './handlers.ts'
import { type LimitsCode, limitsCodes } from './limits.ts'
import { type MachineCode, machineCodes } from './machine.ts'
import { type MapsCode, mapsCodes } from './maps.ts'
import { type PathsCode, pathsCodes } from './paths.ts'
import { type TasksCode, tasksCodes } from './tasks.ts'

export type Code =
  | MachineCode
  | ChoicesCode
  | TasksCode
  | HandlersCode
  | MapsCode
  | PathsCode
  | ExpressionsCode
  | LimitsCode

export const diagnostics: Table<Code> = {
  ...machineCodes,
  ...choicesCodes,
  ...tasksCodes,
  ...handlersCodes,
  ...mapsCodes,
  ...pathsCodes,
  ...expressionsCodes,
  ...limitsCodes,
}
