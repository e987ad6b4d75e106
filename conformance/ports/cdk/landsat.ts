/** HLS's incomplete granules as CDK's own constructs say it. */

import { Function as Lambda } from 'aws-cdk-lib/aws-lambda'
import {
  Choice,
  Condition,
  Fail,
  type IChainable,
  Map as Items,
  JsonPath,
  Pass,
  Succeed,
} from 'aws-cdk-lib/aws-stepfunctions'
import { BatchSubmitJob, LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks'
import { Duration } from 'aws-cdk-lib/core'
import { Construct } from 'constructs'

export class LandsatIncompletes extends Construct {
  readonly start: IChainable

  constructor(scope: Construct, id: string) {
    super(scope, id)
    const invoke = (name: string, lambda: string, resultPath?: string) =>
      new LambdaInvoke(this, name, {
        lambdaFunction: Lambda.fromFunctionArn(
          this,
          `${name}Function`,
          `arn:aws:lambda:us-east-1:123456789012:function:${lambda}`,
        ),
        payloadResponseOnly: true,
        ...(resultPath !== undefined && { resultPath }),
      })
    const again = { interval: Duration.seconds(10) }
    const logged = (name: string) => invoke(name, 'LambdaLogger').addRetry(again)

    const logMgrs = invoke('LogMGRS', 'LogMGRS').addRetry(again)
    const runTile = new BatchSubmitJob(this, 'RunLandsatTile', {
      jobName: 'LandsatTileJob',
      jobQueueArn: '${tilejobqueue}',
      jobDefinitionArn: '${tile_job_definition}',
      containerOverrides: {
        command: ['export && landsat-tile.sh'],
        environment: {
          PATHROW_LIST: JsonPath.stringAt('$.mgrs_completed'),
          INPUT_BUCKET: '${intermediate_output_bucket}',
          OUTPUT_BUCKET: '${outputbucket}',
          GCC_ROLE_ARN: '${outputbucket_role_arn}',
          DATE: JsonPath.stringAt('$.date'),
          MGRS: JsonPath.stringAt('$.MGRS'),
          LANDSAT_PATH: JsonPath.stringAt('$.path'),
          MGRS_ULX: JsonPath.stringAt('$.mgrs_metadata.mgrs_ulx'),
          MGRS_ULY: JsonPath.stringAt('$.mgrs_metadata.mgrs_uly'),
          GIBS_OUTPUT_BUCKET: '${gibs_outputbucket}',
        },
      },
      resultPath: '$.tilejobinfo',
    }).addCatch(logMgrs, { resultPath: '$.tilejobinfo' })
    const logMapError = logged('LogMapError')
    logMapError.next(new Succeed(this, 'MapErrorLogged'))
    const process = invoke('GetPathRowValues', 'GetPathRowValues', '$.mgrs_metadata')
      .addCatch(logMapError)
      .next(invoke('CheckMGRSPathRowCompletes', 'CheckMGRSPathRowCompletes', '$.mgrs_completed').addCatch(logMapError))
      .next(
        new Choice(this, 'AnyCompletes')
          .when(Condition.isNotNull('$.mgrs_completed'), runTile.next(logMgrs))
          .otherwise(new Pass(this, 'NoneCompletes')),
      )

    const logError = logged('LogError')
    logError.next(new Fail(this, 'Fail'))
    this.start = invoke('CheckLandsatIncomplete', 'CheckLandsatIncomplete', '$.incompletes')
      .addRetry(again)
      .addCatch(logError)
      .next(new Items(this, 'Granules', { itemsPath: '$.incompletes', maxConcurrency: 20 }).itemProcessor(process))
  }
}
