import { saga } from '../saga.ts'
import { boom, each, type Port } from './case.ts'

const functions: Readonly<Record<string, string>> = {
  ReserveFlight: 'StateMachinereserveFlightLambdaHandlerArn',
  ReserveCarRental: 'StateMachinereserveRentalLambdaHandlerArn',
  ProcessPayment: 'StateMachineprocessPaymentLambdaHandlerArn',
  ConfirmFlight: 'StateMachineconfirmFlightLambdaHandlerArn',
  ConfirmCarRental: 'StateMachineconfirmRentalLambdaHandlerArn',
  RefundPayment: 'StateMachinerefundPaymentLambdaHandlerArn',
  CancelRentalReservation: 'StateMachinecancelRentalLambdaHandlerArn',
  CancelFlightReservation: 'StateMachinecancelFlightLambdaHandlerArn',
}
const services = { 'arn:aws:states:::sns:publish': () => ({ MessageId: 'm1' }) }

const lambdas = (failing: string, nameOf: (name: string) => string) =>
  each(
    Object.fromEntries(
      Object.keys(functions).map((name) => [nameOf(name), name === failing ? boom : () => ({ status: 'ok', n: name })]),
    ),
  )

export const sagaPort: Port = {
  folder: '1-saga',
  workflow: saga,
  options: {},
  cases: ['', 'ReserveFlight', 'ReserveCarRental', 'ConfirmCarRental'].map((failing) => ({
    name: failing === '' ? 'all goes well' : `${failing} fails`,
    input: { tripId: '7', total: 3 },
    standIns: () => ({
      original: { lambdas: lambdas(failing, (name) => functions[name] as string), services },
      ours: { lambdas: lambdas(failing, (name) => name), services },
    }),
  })),
}
