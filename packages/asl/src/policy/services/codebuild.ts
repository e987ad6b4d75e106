/** What CodeBuild needs. https://docs.aws.amazon.com/step-functions/latest/dg/codebuild-iam.html */
import type { Call } from '../call.ts'

const whileWaiting = {
  Build: ['codebuild:BatchGetBuilds', 'codebuild:BatchGetReports', 'codebuild:StopBuild'],
  BuildBatch: ['codebuild:BatchGetBuildBatches', 'codebuild:StopBuildBatch'],
} as const

const start =
  (kind: keyof typeof whileWaiting) =>
  ({ on, isSync, arns, rule }: Call): void => {
    on('ProjectName', [`codebuild:Start${kind}`, ...(isSync ? whileWaiting[kind] : [])], (project) =>
      arns.named('codebuild', 'project/', project),
    )
    if (isSync) rule(`StepFunctionsGetEventForCodeBuildStart${kind}Rule`)
  }

/** The project of a build, whose id is `project:uuid`, and whose ARN ends in that. */
const projectOf = ({ arns }: Call, build: string): string | undefined => {
  const name = /^(?:arn:.+:build(?:-batch)?\/)?([^:/]+):[^:/]+$/.exec(build)?.[1]
  if (name === undefined) return undefined
  return build.startsWith('arn:')
    ? build.replace(/:build(?:-batch)?\/.*$/, `:project/${name}`)
    : arns.of('codebuild', `project/${name}`)
}

const onBuild = (call: Call, actions: readonly string[]): void =>
  call.on('Id', actions, (build) => {
    const project = projectOf(call, build)
    return project === undefined ? undefined : [project]
  })

/** A list of ids or ARNs, all of which must be told. */
const onEach = (
  { value, allow, cannotDerive }: Call,
  field: string,
  action: string,
  arn: (text: string) => string | undefined,
): void => {
  const given = value(field)
  const arnsOfAll = Array.isArray(given) ? given.map((text) => (typeof text === 'string' ? arn(text) : undefined)) : []
  for (const found of arnsOfAll) if (found !== undefined) allow([action], [found])
  if (arnsOfAll.length === 0 || arnsOfAll.includes(undefined))
    cannotDerive([action], `what is in ${field} is known only to the running execution`)
}

const reportGroupOf = (report: string): string | undefined => {
  const parts = /^(arn:.+):report\/([^:/]+):[^:/]+$/.exec(report)
  return parts === null ? undefined : `${parts[1]}:report-group/${parts[2]}`
}

const retryBatch = (call: Call): void => {
  onBuild(call, ['codebuild:RetryBuildBatch', ...(call.isSync ? whileWaiting.BuildBatch : [])])
  if (call.isSync) call.rule('StepFunctionsGetEventForCodeBuildStartBuildBatchRule')
}

/** By `service:action`. */
export const codebuildRules: readonly (readonly [string, (call: Call) => void])[] = [
  ['codebuild:startBuild', start('Build')],
  ['codebuild:startBuildBatch', start('BuildBatch')],
  ['codebuild:stopBuild', (call) => onBuild(call, ['codebuild:StopBuild'])],
  ['codebuild:stopBuildBatch', (call) => onBuild(call, ['codebuild:StopBuildBatch'])],
  ['codebuild:deleteBuildBatch', (call) => onBuild(call, ['codebuild:DeleteBuildBatch'])],
  ['codebuild:retryBuildBatch', retryBatch],
  [
    'codebuild:batchDeleteBuilds',
    (call) => onEach(call, 'Ids', 'codebuild:BatchDeleteBuilds', (build) => projectOf(call, build)),
  ],
  ['codebuild:batchGetReports', (call) => onEach(call, 'ReportArns', 'codebuild:BatchGetReports', reportGroupOf)],
]
