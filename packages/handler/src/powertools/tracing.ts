/** Powertools' Tracer around a handler: the calls of its own `captureLambdaHandler`, in their order. */
import { stepOf } from '../step.ts'
import { asError, type Layer } from './layer.ts'

/** What is used of a subsegment of X-Ray. */
export interface SubsegmentLike {
  close(error?: Error): void
}

/** What is used of a Powertools Tracer. Importing the Tracer slows every promise of the process, so it is never imported here. */
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
