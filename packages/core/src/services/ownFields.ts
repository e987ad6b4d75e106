/** The fields of the optimized integrations that are no operation of the AWS SDK, as Step Functions documents them. */
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
}

/** By integration, whatever its pattern. */
export interface OwnFields {
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
    readonly InstanceFleet:
      | { readonly TargetOnDemandCapacity?: Of<number>; readonly TargetSpotCapacity?: Of<number> }
      | Reference<object>
  }
}
