/** Powertools' Metrics around a handler: the calls of its own `logMetrics`, in their order, and a count of errors. */
import type { Layer } from './layer.ts'

/** What is used of Powertools Metrics. */
export interface MetricsLike {
  setThrowOnEmptyMetrics(value: boolean): void
  setDefaultDimensions(dimensions: Record<string, string>): void
  captureColdStartMetric(functionName?: string): void
  addMetric(name: string, unit: 'Count', value: number): void
  hasStoredMetrics(): boolean
  publishStoredMetrics(): void
}

export interface MeasuringOptions {
  /** Count cold starts. Default `true`. */
  readonly captureColdStartMetric?: boolean
  /** Count invocations that throw, as the metric `UncaughtError`. Default `true`. */
  readonly captureErrorMetric?: boolean
  /**
   * Throw when an invocation recorded no metric. Default `false`. As with Powertools' decorator, its RangeError then replaces an
   * error that the handler threw before it recorded a metric, unless errors are counted.
   */
  readonly throwOnEmptyMetrics?: boolean
  /** Dimensions of every metric. */
  readonly defaultDimensions?: Readonly<Record<string, string>>
}

export const measuring = (metrics: MetricsLike, options: MeasuringOptions): Layer => {
  const {
    captureColdStartMetric = true,
    captureErrorMetric = true,
    throwOnEmptyMetrics = false,
    defaultDimensions,
  } = options
  return (next) => async (event, context) => {
    metrics.setThrowOnEmptyMetrics(throwOnEmptyMetrics)
    if (defaultDimensions) metrics.setDefaultDimensions({ ...defaultDimensions })
    if (captureColdStartMetric) metrics.captureColdStartMetric(context.functionName)
    try {
      return await next(event, context)
    } catch (thrown) {
      if (captureErrorMetric) metrics.addMetric('UncaughtError', 'Count', 1)
      throw thrown
    } finally {
      // With nothing stored, publishing would warn at every invocation.
      if (throwOnEmptyMetrics || metrics.hasStoredMetrics()) metrics.publishStoredMetrics()
    }
  }
}
