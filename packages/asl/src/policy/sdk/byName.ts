/**
 * Resources by the arguments that name the parts of their ARN. The Service Authorization Reference has a pattern for each type of resource;
 * a variable of it is the argument of the same name, but for those that are told otherwise here.
 */
import { isExpression } from '../../language/jsonata.ts'
import type { Call } from '../call.ts'
import { isArn } from '../permissions/arns.ts'

/** What a variable stands for: the first of some arguments that is there, or else a text. */
interface Told {
  readonly fields: readonly string[]
  readonly otherwise?: string
}

const by = (...fields: readonly string[]): Told => ({ fields })

/** An id that nobody chooses, behind a name that somebody does. */
const someId: Told = { fields: [], otherwise: '*' }

const regional = (service: string, resource: string): string =>
  `arn:\${Partition}:${service}:\${Region}:\${Account}:${resource}`

type Variables = Readonly<Record<string, Told>>

/** Where a variable is no argument of the same name. By service and resource. */
const otherwise: readonly (readonly [service: string, resource: string, variables: Variables])[] = [
  ['airflow', 'environment/${EnvironmentName}', { EnvironmentName: by('EnvironmentName', 'Name') }],
  [
    'athena',
    'capacity-reservation/${CapacityReservationName}',
    { CapacityReservationName: by('CapacityReservationName', 'Name') },
  ],
  ['athena', 'datacatalog/${DataCatalogName}', { DataCatalogName: by('CatalogName', 'Name') }],
  ['athena', 'workgroup/${WorkGroupName}', { WorkGroupName: by('WorkGroup') }],
  [
    'autoscaling',
    'autoScalingGroup:${GroupId}:autoScalingGroupName/${GroupFriendlyName}',
    { GroupId: someId, GroupFriendlyName: by('AutoScalingGroupName') },
  ],
  ['autoscaling', 'launchConfiguration:${Id}:launchConfigurationName/${LaunchConfigurationName}', { Id: someId }],
  [
    'batch',
    'compute-environment/${ComputeEnvironmentName}',
    { ComputeEnvironmentName: by('ComputeEnvironmentName', 'ComputeEnvironment') },
  ],
  [
    'batch',
    'consumable-resource/${ConsumableResourceName}',
    { ConsumableResourceName: by('ConsumableResourceName', 'ConsumableResource') },
  ],
  ['batch', 'job-queue/${JobQueueName}', { JobQueueName: by('JobQueueName', 'JobQueue') }],
  ['bedrock', 'flow/${FlowId}', { FlowId: by('FlowIdentifier') }],
  ['bedrock', 'guardrail/${GuardrailId}', { GuardrailId: by('GuardrailIdentifier') }],
  ['bedrock', 'prompt/${PromptId}', { PromptId: by('PromptIdentifier') }],
  ['bedrock', 'session/${SessionId}', { SessionId: by('SessionIdentifier') }],
  ['cloudformation', 'stack/${StackName}/${Id}', { Id: someId }],
  ['cloudformation', 'stackset/${StackSetName}:${Id}', { Id: someId }],
  ['cloudwatch', 'insight-rule/${InsightRuleName}', { InsightRuleName: by('RuleName') }],
  ['cloudwatch', 'metric-stream/${MetricStreamName}', { MetricStreamName: by('Name') }],
  ['codeartifact', 'domain/${DomainName}', { DomainName: by('Domain') }],
  [
    'codeartifact',
    'repository/${DomainName}/${RepositoryName}',
    { DomainName: by('Domain'), RepositoryName: by('Repository') },
  ],
  ['codepipeline', '${PipelineName}', { PipelineName: by('PipelineName', 'Name') }],
  ...['dataset', 'job', 'project', 'recipe', 'ruleset', 'schedule'].map(
    (type) => ['databrew', `${type}/\${ResourceId}`, { ResourceId: by('Name') }] as const,
  ),
  ['ecs', 'cluster/${ClusterName}', { ClusterName: by('ClusterName', 'Cluster') }],
  [
    'ecs',
    'service/${ClusterName}/${ServiceName}',
    { ClusterName: { fields: ['Cluster'], otherwise: 'default' }, ServiceName: by('ServiceName', 'Service') },
  ],
  [
    'ecs',
    'task/${ClusterName}/${TaskId}',
    { ClusterName: { fields: ['Cluster'], otherwise: 'default' }, TaskId: by('Task') },
  ],
  ['eks', 'addon/${ClusterName}/${AddonName}/${UUID}', { UUID: someId }],
  ['eks', 'cluster/${ClusterName}', { ClusterName: by('ClusterName', 'Name') }],
  ['eks', 'fargateprofile/${ClusterName}/${FargateProfileName}/${UUID}', { UUID: someId }],
  ['eks', 'nodegroup/${ClusterName}/${NodegroupName}/${UUID}', { UUID: someId }],
  ['emr-containers', '/jobtemplates/${JobTemplateId}', { JobTemplateId: by('Id') }],
  ['emr-containers', '/virtualclusters/${VirtualClusterId}', { VirtualClusterId: by('VirtualClusterId', 'Id') }],
  ['iot', 'cacert/${CACertificate}', { CACertificate: by('CertificateId') }],
  ['iot', 'cert/${Certificate}', { Certificate: by('CertificateId') }],
  ['iot', 'dimension/${DimensionName}', { DimensionName: by('Name') }],
  ['iot', 'fleetmetric/${FleetMetricName}', { FleetMetricName: by('MetricName') }],
  ['iot', 'mitigationaction/${MitigationActionName}', { MitigationActionName: by('ActionName') }],
  ['iot', 'provisioningtemplate/${ProvisioningTemplate}', { ProvisioningTemplate: by('TemplateName') }],
  ['iot', 'topic/${TopicName}', { TopicName: by('Topic') }],
  ['kinesisvideo', 'stream/${StreamName}/${CreationTime}', { CreationTime: someId }],
  ['mediaconvert', 'jobs/${JobId}', { JobId: by('JobId', 'Id') }],
  ...(
    [
      ['analysis', 'AnalysisId'],
      ['dashboard', 'DashboardId'],
      ['dataset', 'DataSetId'],
      ['datasource', 'DataSourceId'],
      ['folder', 'FolderId'],
      ['template', 'TemplateId'],
      ['theme', 'ThemeId'],
      ['topic', 'TopicId'],
    ] as const
  ).map(([type, field]) => ['quicksight', `${type}/\${ResourceId}`, { ResourceId: by(field) }] as const),
  ['rds', 'cluster-pg:${ClusterParameterGroupName}', { ClusterParameterGroupName: by('DbClusterParameterGroupName') }],
  ['rds', 'cluster-snapshot:${ClusterSnapshotName}', { ClusterSnapshotName: by('DbClusterSnapshotIdentifier') }],
  ['rds', 'cluster:${DbClusterInstanceName}', { DbClusterInstanceName: by('DbClusterIdentifier') }],
  ['rds', 'db:${DbInstanceName}', { DbInstanceName: by('DbInstanceIdentifier') }],
  ['rds', 'pg:${ParameterGroupName}', { ParameterGroupName: by('DbParameterGroupName') }],
  ['rds', 'snapshot:${SnapshotName}', { SnapshotName: by('DbSnapshotIdentifier') }],
  ['rds', 'subgrp:${SubnetGroupName}', { SubnetGroupName: by('DbSubnetGroupName') }],
  ['redshift', 'cluster:${ClusterName}', { ClusterName: by('ClusterIdentifier') }],
  ['scheduler', 'schedule-group/${GroupName}', { GroupName: by('Name') }],
  [
    'scheduler',
    'schedule/${GroupName}/${ScheduleName}',
    { GroupName: { fields: ['GroupName'], otherwise: 'default' }, ScheduleName: by('Name') },
  ],
  ['ssm', 'maintenancewindow/${ResourceId}', { ResourceId: by('WindowId') }],
  ['ssm', 'opsitem/${ResourceId}', { ResourceId: by('OpsItemId') }],
  ['states', 'activity:${ActivityName}', { ActivityName: by('Name') }],
  ['swf', '/domain/${DomainName}', { DomainName: by('Domain', 'Name') }],
  ['transcribe', 'medical-transcription-job/${JobName}', { JobName: by('MedicalTranscriptionJobName') }],
  ['transcribe', 'transcription-job/${JobName}', { JobName: by('TranscriptionJobName') }],
  ['synthetics', 'canary:${CanaryName}', { CanaryName: by('Name') }],
]

const global: readonly (readonly [pattern: string, variables: Variables])[] = [
  ['arn:${Partition}:route53:::hostedzone/${Id}', { Id: by('HostedZoneId', 'Id') }],
  ['arn:${Partition}:route53:::healthcheck/${Id}', { Id: by('HealthCheckId') }],
]

const variablesOf: ReadonlyMap<string, Variables> = new Map([
  ...otherwise.map(([service, resource, variables]) => [regional(service, resource), variables] as const),
  ...global,
])

/** Arguments of the same name that are not what stands in the ARN. */
const unlike: readonly RegExp[] = [
  // An id of the resource's own, while the argument names what it is about.
  /:(?:application-autoscaling|route53resolver|workmail):.*\$\{ResourceId\}/,
  // REGIONAL is regional there, RDS is rds, and a type of template has capitals.
  /:wafv2:.*\$\{Scope\}|:pi:.*\$\{ServiceType\}|:mobiletargeting:.*\$\{TemplateType\}/,
  // The ARN of a store has an id.
  /:key-value-store\/\$\{Name\}$/,
]

/** These keep names in lower case. Both spellings name the same: no two of theirs differ in case alone. */
const inLowerCase = new Set(['dax', 'elasticache', 'memorydb', 'rds', 'redshift', 'sagemaker'])

/** A topic of IoT and a repository of ECR may be paths; any other slash would make another resource. */
const paths = new Set(['RepositoryName', 'TopicName'])

/** The argument that names the account that something is in; `-` is the caller's own. By the service in the ARN. */
export const owners: ReadonlyMap<string, string> = new Map([
  ['budgets', 'AccountId'],
  ['codeartifact', 'DomainOwner'],
  ['ecr', 'RegistryId'],
  ['glacier', 'AccountId'],
  ['quicksight', 'AwsAccountId'],
  ['s3', 'AccountId'],
])

/** The texts of an argument, which may be a list; `undefined` where one is known only to the running execution, or is none. */
const textsOf = ({ said, value }: Call, field: string): readonly string[] | undefined => {
  const one = said(field)
  if (typeof one === 'object') return [one.text]
  const several = value(field)
  return Array.isArray(several) && several.every((each) => typeof each === 'string' && !isExpression(each))
    ? (several as readonly string[])
    : undefined
}

/** The arguments that may tell a variable. One that lists several things has the name of one, and an s. */
const fieldsFor = (variable: string, { fields }: Told): readonly string[] =>
  (fields.length === 0 ? [variable] : fields).flatMap((field) => [field, `${field}s`])

const variableNames = (pattern: string): readonly string[] =>
  Array.from(pattern.matchAll(/\$\{(\w+)\}/g), ([, name = '']) => name).filter(
    (name) => !['Partition', 'Region', 'Account'].includes(name),
  )

/** Which arguments name a resource, for the documentation. */
export const namedByOthers: readonly (readonly [pattern: string, arguments: string])[] = [...variablesOf].map(
  ([pattern, variables]) => [
    pattern,
    Object.entries(variables)
      .flatMap(([, { fields, otherwise: or }]) =>
        fields.length === 0 ? [] : [fields.join(' or ') + (or ? ` (${or})` : '')],
      )
      .join(', ') || 'arguments of the same names',
  ],
)

/** Whether a call leaves out what would name a resource of a type, of the fields that it has. */
export const leavesOut = ({ isGiven }: Call, pattern: string, fields: readonly string[]): boolean =>
  variableNames(pattern).some((name) => {
    const those = fieldsFor(name, variablesOf.get(pattern)?.[name] ?? by()).filter((field) => fields.includes(field))
    return those.length > 0 && !those.some(isGiven)
  })

/**
 * The ARNs of the resources of a type that the arguments name; a sentence that says why where they do not tell, `undefined` where they
 * name none.
 */
export const arnsByName = (call: Call, pattern: string): readonly string[] | string | undefined => {
  const names = variableNames(pattern)
  if (names.length === 0 || pattern.includes(', ') || unlike.some((each) => each.test(pattern))) return undefined
  const variables = variablesOf.get(pattern) ?? {}
  const [, , service = ''] = pattern.split(':')
  let all: readonly ReadonlyMap<string, string>[] = [new Map()]
  const set = (name: string, texts: readonly string[]): void => {
    all = all.flatMap((values) => texts.map((text) => new Map([...values, [name, text]])))
  }
  for (const name of names) {
    const told = variables[name] ?? by()
    const isId = told === someId
    const field = isId ? undefined : fieldsFor(name, told).find(call.isGiven)
    if (field === undefined) {
      if (told.otherwise === undefined) return undefined
      set(name, [told.otherwise])
      continue
    }
    const texts = textsOf(call, field)
    if (texts === undefined) return `${field} is known only to the running execution`
    for (const text of texts) {
      const meaning = call.arns.meaning(text)
      if (names.length === 1 && typeof meaning === 'object') return texts.length === 1 ? [meaning.arn] : undefined
      // An ARN of another type, or a reference that may be one.
      if (isArn(text) || !call.arns.isName(text)) return `${field} may be an ARN`
      if (text.includes('/') && !paths.has(name)) return `${field} is no plain name`
    }
    set(name, texts)
  }
  const owner = owners.get(service)
  if (owner !== undefined && call.isGiven(owner)) {
    const account = call.said(owner)
    if (typeof account !== 'object') return `${owner} is known only to the running execution`
    if (account.text !== '-') set('Account', [account.text])
  }
  return all.flatMap((values) => {
    const arn = call.arns.filled(pattern, values)
    const lowered = new Map([...values].map(([name, text]) => [name, lower(text)]))
    return inLowerCase.has(service) ? [...new Set([arn, call.arns.filled(pattern, lowered)])] : [arn]
  })
}

/** A placeholder keeps its own case. */
const lower = (text: string): string =>
  text.replace(/\$\{[^}]*\}|[A-Z]/g, (part) => (part.length > 1 ? part : part.toLowerCase()))
