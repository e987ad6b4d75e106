/** Powertools' Tracer around a handler, with the same calls in the same order as `captureLambdaHandler`. */
import { stepOf } from '../step.ts'
import { asError, type Layer } from './layer.ts'

/** The parts of an X-Ray subsegment that this package uses. */
export interface SubsegmentLike {
  close(error?: Error): void
}

/** The parts of a Powertools Tracer that this package uses. It never imports the Tracer, because that slows every promise of the process. */
export interface TracerLike {
  isTracingEnabled(): boolean
  getSegment(): unknown
  setSegment(segment: never): void
  annotateColdStart(): void
  addServiceNameAnnotation(): void
  putAnnotation(key: string, value: string | number | boolean): void
  addResponseAsMetadata(data?: unknown, methodName?: string): void
  addErrorAsMetadata(error: Error): void
}

export interface TracingOptions {
  /** Add the handler's result to the trace. Default `true`. */
  readonly captureResponse?: boolean
}

interface Segment {
  addNewSubsegment(name: string): SubsegmentLike
}

export const tracing =
  (tracer: TracerLike, { captureResponse = true }: TracingOptions): Layer =>
  (next, name) =>
  async (event, context) => {
    const parent = tracer.isTracingEnabled() ? (tracer.getSegment() as Segment | undefined) : undefined
    if (parent === undefined) return next(event, context)
    const handler = process.env._HANDLER ?? name
    const subsegment = parent.addNewSubsegment(`## ${handler}`)
    tracer.setSegment(subsegment as never)
    tracer.annotateColdStart()
    tracer.addServiceNameAnnotation()
    const step = stepOf(context)
    if (step) for (const key of ['execution', 'state', 'attempt'] as const) tracer.putAnnotation(key, step[key])
    try {
      const result = await next(event, context)
      if (captureResponse) tracer.addResponseAsMetadata(result, handler)
      return result
    } catch (thrown) {
      tracer.addErrorAsMetadata(asError(thrown))
      throw thrown
    } finally {
      subsegment.close()
      tracer.setSegment(parent as never)
    }
  }
