import { execute, type TaskContext } from '@orkestra/asl/execute'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const test = suite('credentials and result writers')

const arn = 'arn:aws:lambda:us-east-1:123456789012:function:f'
const machine = (fields: object, QueryLanguage: 'JSONPath' | 'JSONata' = 'JSONPath') => ({
  QueryLanguage,
  StartAt: 'T',
  States: { T: { Type: 'Task', Resource: arn, ...fields, Next: 'U' }, U: { Type: 'Task', Resource: arn, End: true } },
})
const roles = async (definition: object, input: unknown) => {
  const seen: (string | undefined)[] = []
  const f = (_: unknown, { roleArn }: TaskContext) => {
    seen.push(roleArn)
    return {}
  }
  const execution = await execute(definition, input, { lambdas: { f } })
  return execution.status === 'SUCCEEDED' ? seen : execution.error
}

test('a stand-in is told the role that its task assumes, and no other task is', async () => {
  const role = 'arn:aws:iam::210987654321:role/r'
  assert.equal(await roles(machine({ Credentials: { RoleArn: role } }), {}), [role, undefined])
  assert.equal(await roles(machine({ Credentials: { 'RoleArn.$': '$.role' } }), { role }), [role, undefined])
  const jsonata = machine({ Credentials: { RoleArn: '{% $states.input.role %}' } }, 'JSONata')
  assert.equal(await roles(jsonata, { role }), [role, undefined])
})

test('a role that is not a string fails the task', async () => {
  assert.is(await roles(machine({ Credentials: { 'RoleArn.$': '$.role' } }), { role: 1 }), 'States.Runtime')
  assert.is(await roles(machine({ Credentials: { 'RoleArn.$': '$.role' } }), {}), 'States.Runtime')
  const jsonata = machine({ Credentials: { RoleArn: '{% $states.input.role %}' } }, 'JSONata')
  assert.is(await roles(jsonata, { role: 1 }), 'States.QueryEvaluationError')
})

const distributed = (more: object) => ({
  StartAt: 'M',
  States: {
    M: {
      Type: 'Map',
      ItemProcessor: {
        ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
        StartAt: 'P',
        States: { P: { Type: 'Pass', End: true } },
      },
      ...more,
      End: true,
    },
  },
})
const writing = (Transformation: string) =>
  execute(distributed({ ResultWriter: { WriterConfig: { Transformation, OutputType: 'JSON' } } }), [[1, 2], [3]])

test('results are compact or flat, as the writer says; what only AWS can give is said', async () => {
  const output = async (transformation: string) => {
    const execution = await writing(transformation)
    return execution.status === 'SUCCEEDED' && execution.output
  }
  assert.equal(await output('COMPACT'), [[1, 2], [3]])
  assert.equal(await output('FLATTEN'), [1, 2, 3])
  const thrown = await writing('NONE').catch((error: Error) => error)
  assert.match(String(thrown), /SetupError: the state "M": ResultWriter's Transformation NONE/)
})

test('a format that is not read here says so, unless the items themselves are given', async () => {
  const reader = (config: object) =>
    distributed({
      ItemReader: {
        Resource: 'arn:aws:states:::s3:getObject',
        ReaderConfig: config,
        Parameters: { Bucket: 'b', Key: 'k' },
      },
    })
  const read = (config: object, given: unknown) =>
    execute(reader(config), {}, { services: { 'arn:aws:states:::s3:getObject': () => given } })
  for (const config of [{ InputType: 'PARQUET' }, { ManifestType: 'ATHENA_DATA' }]) {
    const thrown = await read(config, 'PAR1').catch((error: Error) => error)
    assert.match(String(thrown), /SetupError: an ItemReader of .* let the stand-in for S3 return the items/)
  }
  const execution = await read({ InputType: 'PARQUET' }, [1, 2])
  assert.equal(execution.status === 'SUCCEEDED' && execution.output, [1, 2])
})

test.run()
