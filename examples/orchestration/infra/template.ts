import { type Template, toCloudFormation } from '@orkestra/asl'
import { orchestration } from '../src/workflow.ts'

/** Every function is a parameter: whoever deploys the functions gives their ARNs. */
export const template: Template = toCloudFormation(orchestration, { comment: 'A workflow of Orkestra as raw ASL' })

if (process.argv[1] === import.meta.filename) console.log(JSON.stringify(template, null, 2))
