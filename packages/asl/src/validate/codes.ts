/** All diagnostics, by code. The documentation is generated from here; the validator itself needs only the names. */

import { type ChoicesCode, choicesCodes } from './codes/choices.ts'
import type { Table } from './codes/diagnostic.ts'
import { type ExpressionsCode, expressionsCodes } from './codes/expressions.ts'
import { type HandlersCode, handlersCodes } from './codes/handlers.ts'
import { type LimitsCode, limitsCodes } from './codes/limits.ts'
import { type MachineCode, machineCodes } from './codes/machine.ts'
import { type MapsCode, mapsCodes } from './codes/maps.ts'
import { type PathsCode, pathsCodes } from './codes/paths.ts'
import { type TasksCode, tasksCodes } from './codes/tasks.ts'

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
