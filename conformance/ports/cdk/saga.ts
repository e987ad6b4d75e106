/** The saga as CDK's own constructs say it. */

import { Function as Lambda } from 'aws-cdk-lib/aws-lambda'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { Fail, type IChainable, TaskInput } from 'aws-cdk-lib/aws-stepfunctions'
import { LambdaInvoke, SnsPublish } from 'aws-cdk-lib/aws-stepfunctions-tasks'
import { Construct } from 'constructs'

export class Saga extends Construct {
  readonly start: IChainable

  constructor(scope: Construct, id: string) {
    super(scope, id)
    const topic = Topic.fromTopicArn(this, 'Topic', 'arn:aws:sns:us-east-1:123456789012:trips')
    const sms = (name: string, message: string) =>
      new SnsPublish(this, name, { topic, message: TaskInput.fromText(message) })
    const invoke = (name: string) =>
      new LambdaInvoke(this, name, {
        lambdaFunction: Lambda.fromFunctionArn(
          this,
          `${name}Function`,
          `arn:aws:lambda:us-east-1:123456789012:function:${name}`,
        ),
        payloadResponseOnly: true,
        resultPath: `$.${name}Result`,
      })
    const undo = (name: string) => invoke(name).addRetry({ maxAttempts: 3 })
    const step = (name: string, compensate: IChainable) =>
      invoke(name).addCatch(compensate, { resultPath: `$.${name}Error` })

    const failed = sms('SendingSMSFailure', 'Your Travel Reservation Failed').next(
      new Fail(this, 'Fail', { error: 'Job Failed' }),
    )
    const cancelFlight = undo('CancelFlightReservation').next(failed)
    const cancelRental = undo('CancelRentalReservation').next(cancelFlight)
    const refund = undo('RefundPayment').next(cancelRental)

    this.start = step('ReserveFlight', cancelFlight)
      .next(step('ReserveCarRental', cancelRental))
      .next(step('ProcessPayment', refund))
      .next(step('ConfirmFlight', refund))
      .next(step('ConfirmCarRental', refund))
      .next(sms('SendingSMSSuccess', 'Your Travel Reservation is Successful'))
  }
}
