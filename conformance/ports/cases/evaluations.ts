import { evaluations } from '../evaluations.ts'
import { type Act, each, type Port } from './case.ts'

const outputs = (nth: string, last: readonly unknown[]): Readonly<Record<string, Act | readonly unknown[]>> => ({
  [`Create Data Source${nth}`]: () => ({ DataSource: { DataSourceId: `DS${nth}` } }),
  [`Start Ingestion Job${nth}`]: () => ({ IngestionJob: { IngestionJobId: 'IJ' } }),
  [`Get Ingestion Job${nth}`]: [{ IngestionJob: { Status: 'STARTING' } }, { IngestionJob: { Status: 'COMPLETE' } }],
  [`Create Evaluation Job${nth}`]: () => ({ JobArn: 'arn:job' }),
  [`Get Evaluation Job Status${nth}`]: last,
})
const base =
  (nth: string): Act =>
  () => ({ KnowledgeBase: { KnowledgeBaseId: `KB${nth}` } })

export const evaluationsPort: Port = {
  folder: '8-bedrock-evals',
  workflow: evaluations,
  options: { queryLanguage: 'JSONata' },
  cases: [
    { name: 'typical', first: [{ Status: 'InProgress' }, { Status: 'Completed', x: '' }] },
    { name: 'one fails', first: [{ Status: 'Failed' }] },
  ].map(({ name, first }) => ({
    name,
    input: {},
    standIns: () => {
      const second = [{ Status: 'InProgress' }, { Status: 'Completed', x: ' 2' }]
      const common = { ...outputs('', first), ...outputs(' 2', second), CreateKnowledgeBase: base('') }
      return {
        original: { states: each({ ...common, 'Create Knowledge Base 2': base(' 2') }) },
        ours: { states: each({ ...common, 'CreateKnowledgeBase 2': base(' 2') }) },
      }
    },
  })),
}
