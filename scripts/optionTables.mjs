// Every option that a user can give, as tables read off the interfaces: a name, its type, and the sentence that the editor shows.
import { readFileSync } from 'node:fs'

/** What takes the options, the file of their interface, the interface, and those whose options it has as well. */
const groups = [
  ['`task(name, options)`', 'core/src/graph/lambdaTask.ts', 'TaskOptions', ['LambdaFunction']],
  ['A Lambda function: in `task`, `compose` and `awsLambda`', 'core/src/graph/target.ts', 'LambdaFunction', []],
  ['`compose(options, fn)`, `composeWith`, `handlers`', 'handler/src/composed.ts', 'ComposeOptions', ['TaskOptions']],
  ['`waitForToken()(options, fn)`', 'handler/src/waitForToken.ts', 'TokenOptions', ['ComposeOptions']],
  ['`batched(options, fn)`', 'handler/src/batched.ts', 'BatchedOptions', []],
  ['The log line before a function is cut off: `deadline`', 'handler/src/deadline.ts', 'DeadlineOptions', []],
  ['`powertools(options)`: logger', 'handler/src/powertools/logging.ts', 'LoggingOptions', []],
  ['`powertools(options)`: tracer', 'handler/src/powertools/tracing.ts', 'TracingOptions', []],
  ['`powertools(options)`: metrics', 'handler/src/powertools/measuring.ts', 'MeasuringOptions', []],
  ['`idempotent(options)`', 'handler/src/idempotency.ts', 'IdempotentOptions', []],
  ['`store(options)`', 'handler/src/store.ts', 'StoreOptions', []],
  ['`retry(step, options)`', 'core/src/combinators/retry.ts', 'RetryOptions', []],
  ['`on(errors, step, options)`, `onAny`', 'core/src/combinators/catchError.ts', 'HandlerOptions', []],
  ['`map(step, options)`, `mapCatch`', 'core/src/combinators/map.ts', 'MapOptions', []],
  ['`distributedMap(step, options)`', 'core/src/services/distributedMap.ts', 'DistributionOptions', []],
  ['`batcher` of `distributedMap`', 'core/src/services/distributedMap.ts', 'Batcher', []],
  ['`writer` of `distributedMap`', 'core/src/services/distributedMap.ts', 'ResultsTo', []],
  ['`repeatUntil(step, until, options)`', 'core/src/combinators/repeatUntil.ts', 'RepeatOptions', []],
  ['`loop(initial, step, until, options)`', 'core/src/combinators/loop.ts', 'LoopOptions', ['RepeatOptions']],
  ['`service(resource, arguments, options)`', 'core/src/services/service.ts', 'ServiceOptions', []],
  ['`activity(arn, options)`', 'core/src/services/activity.ts', 'ActivityOptions', []],
  ['`emit(workflow, options)`', 'asl/src/emit/options.ts', 'EmitOptions', []],
  ['`run(workflow, input, options)`', 'asl/src/execute/run/run.ts', 'RunOptions', ['ExecuteOptions']],
  ['`execute(definition, input, options)`', 'asl/src/execute/options.ts', 'ExecuteOptions', []],
  [
    '`executeState(definition, input, options)`',
    'asl/src/execute/executeState.ts',
    'ExecuteStateOptions',
    ['ExecuteOptions'],
  ],
  ['`limits` of `run` and `execute`', 'asl/src/execute/thread/limits.ts', 'LimitOptions', []],
  ['`diagnose(definition, options)`', 'asl/src/validate/examine.ts', 'ExamineOptions', []],
  ['`policy(workflow, options)`', 'asl/src/policy/policy.ts', 'PolicyOptions', ['EmitOptions']],
  [
    '`toTerraform(workflow, options)`',
    'asl/src/deploy/terraform/toTerraform.ts',
    'TerraformOptions',
    ['DeployOptions'],
  ],
  [
    '`toCloudFormation(workflow, options)`',
    'asl/src/deploy/cloudformation/toCloudFormation.ts',
    'CloudFormationOptions',
    ['StackOptions'],
  ],
  ['`toSam(workflow, options)`', 'asl/src/deploy/cloudformation/toSam.ts', 'SamOptions', ['StackOptions']],
  [
    'Templates: `toCloudFormation`, `toSam`',
    'asl/src/deploy/cloudformation/resources.ts',
    'StackOptions',
    ['DeployOptions'],
  ],
  ['All of `toTerraform`, `toCloudFormation`, `toSam`', 'asl/src/deploy/options.ts', 'DeployOptions', []],
  ['`manifest(workflow, options)`', 'asl/src/deploy/functions/manifest.ts', 'ManifestOptions', []],
  ['`toSvg(workflow, options)`, `toHtml`', 'asl/src/draw/toSvg.ts', 'DrawOptions', []],
  ['`readDefinitions(file, options)`', 'asl/src/files/readDefinitions.ts', 'ReadOptions', []],
  ['`serve(options)`', 'asl/src/serve/options.ts', 'ServerOptions', []],
  [
    '`stateMachine(scope, id, workflow, options)`',
    'cdk-adapter/src/machine/stateMachine.ts',
    'WorkflowProps',
    ['FunctionOptions', 'EmitOptions'],
  ],
  [
    '`definition(scope, id, workflow, options)`',
    'cdk-adapter/src/states/definition.ts',
    'DefinitionOptions',
    ['FunctionOptions'],
  ],
  ['Functions of a machine in CDK', 'cdk-adapter/src/functions/functions.ts', 'FunctionOptions', []],
  ['`alarms(machine, options)`', 'cdk-adapter/src/machine/alarms.ts', 'AlarmOptions', []],
]

const cell = (text) => text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ').trim()

/** The members of an interface as the formatter lays them out: each begins with two blanks, its doc comment before it. */
const membersOf = (source, name) => {
  const start = new RegExp(`^export interface ${name}\\b`, 'm').exec(source)
  if (start === null) throw new Error(`there is no interface ${name}`)
  const open = source.indexOf('{\n', start.index)
  const body = source.slice(open + 2, source.indexOf('\n}', open) + 1)
  const members = [
    ...body.matchAll(
      /(?:^ {2}\/\*\*([\s\S]*?)\*\/\n)?^ {2}readonly (\w+)(\??): ([\s\S]*?)(?=\n {2}(?:\S)|\n*$(?![\s\S]))/gm,
    ),
  ]
    .filter(([, , option]) => option !== 'kind')
    .map(([, doc = '', option, optional, type]) => ({
      option,
      required: optional === '',
      type: type.replace(/;$/, ''),
      meaning: doc.replaceAll(/^\s*\* ?/gm, '').replace(/^@[\s\S]*/m, ''),
    }))
  const silent = members.filter(({ meaning }) => meaning.trim() === '').map(({ option }) => option)
  if (silent.length > 0) throw new Error(`${name}: no doc comment says what these options mean: ${silent.join(', ')}`)
  return members
}

const anchor = (title) =>
  title
    .toLowerCase()
    .replaceAll(/[^\w\- ]/g, '')
    .replaceAll(' ', '-')

/** The page. */
export const optionTables = (generated) => {
  const titles = new Map(groups.map(([title, , name]) => [name, title]))
  return `# Options

Every option of every function, read off the types: what your editor shows when you hover over it. ${generated}

${groups
  .map(([title, file, name, also]) => {
    const members = membersOf(readFileSync(new URL(`../packages/${file}`, import.meta.url), 'utf8'), name)
    const links = also.map((other) => `[${titles.get(other)}](#${anchor(titles.get(other))})`)
    return `## ${title}

${links.length === 0 ? '' : `These, and the options of ${links.join(' and ')}.\n\n`}${
  members.length === 0
    ? ''
    : `| option | type | |
|---|---|---|
${members.map(({ option, required, type, meaning }) => `| \`${option}\`${required ? ' (required)' : ''} | \`${cell(type)}\` | ${cell(meaning)} |`).join('\n')}
`
}`
  })
  .join('\n')}`
}
