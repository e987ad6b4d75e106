/** Powertools' Metrics around a handler, with the same calls in the same order as `logMetrics`, and a count of errors. */
import type { Layer } from './layer.ts'

/** The parts of Powertools Metrics that this package uses. */
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
   * Throw if an invocation recorded no metric. Default `false`. As with Powertools' decorator, this RangeError replaces an
   * error that the handler threw before it recorded a metric, unless `captureErrorMetric` counts errors.
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
