/**
 * The fields of the optimized integrations that are no operation of the AWS SDK, as Step Functions documents them. What `diagnose` knows
 * of their fields is read off these types: `scripts/services/ownFields.mjs`.
 */
import type { Reference, Template } from '../expressions/reference.ts'

/** A value, or what gives it. */
type Of<T> = T | Reference<T>

/** Texts under names of the user's; in HTTP also several under one. */
type Texts = { readonly [name: string]: Template } | Reference<object>

type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD' | 'OPTIONS'

interface Connection {
  readonly ConnectionArn: Of<string>
}

interface KubernetesCluster {
  readonly ClusterName: Of<string>
  readonly CertificateAuthority: Of<string>
  readonly Endpoint: Of<string>
}

interface EmrStep {
  readonly Name: Of<string>
  readonly ActionOnFailure?: Of<'TERMINATE_JOB_FLOW' | 'TERMINATE_CLUSTER' | 'CANCEL_AND_WAIT' | 'CONTINUE'>
  readonly HadoopJarStep: {
    readonly Jar: Of<string>
    readonly Args?: Template
    readonly MainClass?: Of<string>
    readonly Properties?: Template
  }
  readonly StepMonitoringConfiguration?: {
    readonly S3MonitoringConfiguration?: { readonly LogUri?: Of<string>; readonly EncryptionKeyArn?: Of<string> }
  }
}

/** What EMR's modifyInstanceFleet takes, but for the id, which Step Functions looks up by the name. */
interface InstanceFleet {
  readonly TargetOnDemandCapacity?: Of<number>
  readonly TargetSpotCapacity?: Of<number>
  readonly ResizeSpecifications?: {
    readonly SpotResizeSpecification?: Template
    readonly OnDemandResizeSpecification?: Template
  }
  readonly InstanceTypeConfigs?: Template
  readonly Context?: Of<string>
}

/** The same of modifyInstanceGroups. CDK writes the ids as EMR does, Step Functions' rule for names makes a word of the capitals. */
interface InstanceGroup {
  readonly InstanceCount?: Of<number>
  readonly EC2InstanceIdsToTerminate?: Template
  readonly Ec2InstanceIdsToTerminate?: Template
  readonly ShrinkPolicy?: {
    readonly DecommissionTimeout?: Of<number>
    readonly InstanceResizePolicy?: {
      readonly InstancesToTerminate?: Template
      readonly InstancesToProtect?: Template
      readonly InstanceTerminationTimeout?: Of<number>
    }
  }
  readonly ReconfigurationType?: Of<'OVERWRITE' | 'MERGE'>
  readonly Configurations?: Template
}

interface ByAction {
  /** https://docs.aws.amazon.com/step-functions/latest/dg/call-https-apis.html */
  readonly 'http:invoke': {
    readonly ApiEndpoint: Of<string>
    readonly Method: Of<HttpMethod>
    readonly Authentication?: Connection
    readonly InvocationConfig?: Connection
    readonly Headers?: Texts
    readonly QueryParameters?: Texts
    readonly RequestBody?: Template
    readonly Transform?: {
      readonly RequestBodyEncoding?: Of<'NONE' | 'URL_ENCODED'>
      readonly RequestEncodingOptions?: { readonly ArrayFormat?: Of<'INDICES' | 'REPEAT' | 'COMMAS' | 'BRACKETS'> }
    }
  }
  /** https://docs.aws.amazon.com/step-functions/latest/dg/connect-api-gateway.html */
  readonly 'apigateway:invoke': {
    readonly ApiEndpoint: Of<string>
    readonly Method: Of<HttpMethod>
    readonly Stage?: Of<string>
    readonly Path?: Of<string>
    readonly Headers?: Texts
    readonly QueryParameters?: Texts
    readonly RequestBody?: Template
    readonly AllowNullValues?: Of<boolean>
    readonly AuthType?: Of<'NO_AUTH' | 'IAM_ROLE' | 'RESOURCE_POLICY'>
  }
  /** https://docs.aws.amazon.com/step-functions/latest/dg/connect-eks.html */
  readonly 'eks:call': KubernetesCluster & {
    readonly Method: Of<HttpMethod>
    readonly Path: Of<string>
    readonly QueryParameters?: Texts
    readonly RequestBody?: Template
  }
  readonly 'eks:runJob': KubernetesCluster & {
    readonly Namespace?: Of<string>
    readonly Job: Template
    readonly LogOptions?: { readonly RetrieveLogs?: Of<boolean>; readonly LogParameters?: Texts }
  }
  /** https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr.html; `createCluster` takes what EMR's runJobFlow does. */
  readonly 'elasticmapreduce:terminateCluster': { readonly ClusterId: Of<string> }
  readonly 'elasticmapreduce:addStep': {
    readonly ClusterId: Of<string>
    readonly Step: EmrStep | Reference<object>
    readonly ExecutionRoleArn?: Of<string>
  }
  readonly 'elasticmapreduce:cancelStep': { readonly ClusterId: Of<string>; readonly StepId: Of<string> }
  readonly 'elasticmapreduce:setClusterTerminationProtection': {
    readonly ClusterId: Of<string>
    readonly TerminationProtected: Of<boolean>
  }
  readonly 'elasticmapreduce:modifyInstanceFleetByName': {
    readonly ClusterId: Of<string>
    readonly InstanceFleetName: Of<string>
    readonly InstanceFleet: InstanceFleet | Reference<object>
  }
  readonly 'elasticmapreduce:modifyInstanceGroupByName': {
    readonly ClusterId: Of<string>
    readonly InstanceGroupName: Of<string>
    readonly InstanceGroup: InstanceGroup | Reference<object>
  }
  /**
   * https://docs.aws.amazon.com/step-functions/latest/dg/connect-bedrockagentcore.html; the SDK streams what it answers. Fields of
   * https://docs.aws.amazon.com/bedrock-agentcore/latest/APIReference/API_InvokeHarness.html
   */
  readonly 'bedrockagentcore:invokeHarness': {
    readonly HarnessArn: Of<string>
    readonly RuntimeSessionId: Of<string>
    readonly Messages:
      | readonly { readonly Role: Of<'user' | 'assistant'>; readonly Content: Template }[]
      | Reference<readonly unknown[]>
    readonly Qualifier?: Of<string>
    readonly RuntimeUserId?: Of<string>
    readonly TraceParent?: Of<string>
    readonly TraceState?: Of<string>
    readonly TraceId?: Of<string>
    readonly Baggage?: Of<string>
    readonly Model?: Template
    readonly SystemPrompt?: Template
    readonly Tools?: Template
    readonly Skills?: Template
    readonly AllowedTools?: Template
    readonly MaxIterations?: Of<number>
    readonly MaxTokens?: Of<number>
    readonly TimeoutSeconds?: Of<number>
    readonly ActorId?: Of<string>
  }
}

/** By resource, each with its pattern: one look-up, for it is asked of every call. */
export interface OwnFields extends ByAction {
  readonly 'apigateway:invoke.waitForTaskToken': ByAction['apigateway:invoke']
  readonly 'eks:call.waitForTaskToken': ByAction['eks:call']
  readonly 'eks:runJob.sync': ByAction['eks:runJob']
  readonly 'eks:runJob.waitForTaskToken': ByAction['eks:runJob']
  readonly 'elasticmapreduce:addStep.sync': ByAction['elasticmapreduce:addStep']
  readonly 'elasticmapreduce:terminateCluster.sync': ByAction['elasticmapreduce:terminateCluster']
}
