/** aws-samples' saga: a trip, and what undoes it. */
import { catchError, fail, type Graph, keeping, onAny, retry, seq, service, task } from '@orkestra/core'

export interface Trip {
  readonly tripId: string
  readonly total: number
}
interface Done {
  readonly status: string
}

const sms = (name: string, Message: string) =>
  service('sns:publish', { TopicArn: '${StateMachineTopicArn}', Message }, { name })
const undo = (name: string) => keeping(retry(task<object, Done>(name), { maxAttempts: 3 }), `${name}Result`)

const failed = seq(sms('SendingSMSFailure', 'Your Travel Reservation Failed'), fail({ error: 'Job Failed' }))
const cancelFlight = seq(undo('CancelFlightReservation'), failed)
const cancelRental = seq(undo('CancelRentalReservation'), cancelFlight)
const refund = seq(undo('RefundPayment'), cancelRental)

/** A step's result is kept in the trip; so is its error, for the steps that undo what was done. */
const step = (name: string, compensate: Graph<object, never>) =>
  catchError(keeping(task<Trip, Done>(name), `${name}Result`), onAny(compensate, { keeping: `${name}Error` }))

export const saga = seq(
  step('ReserveFlight', cancelFlight),
  step('ReserveCarRental', cancelRental),
  step('ProcessPayment', refund),
  step('ConfirmFlight', refund),
  step('ConfirmCarRental', refund),
  sms('SendingSMSSuccess', 'Your Travel Reservation is Successful'),
)
