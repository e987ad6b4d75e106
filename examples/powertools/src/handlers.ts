import { Logger } from '@aws-lambda-powertools/logger'
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics'
import { composeWith, type Schema } from '@orkestra/handler'
import { powertools } from '@orkestra/handler/powertools'

const logger = new Logger({ serviceName: 'numbers' })
const metrics = new Metrics({ namespace: 'orkestra', serviceName: 'numbers' })

const compose = composeWith({
  entry: import.meta.url,
  memorySize: 256,
  powertools: powertools({ logger, metrics, logEvent: true }),
})

export interface Request {
  readonly count: number
}

/** Any Standard Schema will do (zod, valibot, arktype); this one is made by hand. */
export const Request: Schema<Request> = {
  '~standard': {
    version: 1,
    vendor: 'example',
    validate: (value) => {
      const count = (value as Partial<Request> | null)?.count
      return Number.isInteger(count) && (count as number) >= 0
        ? { value: { count: count as number } }
        : { issues: [{ message: 'expected a whole number', path: ['count'] }] }
    },
  },
}

export const generateNumbers = compose({ input: Request }, async function generateNumbers({ count }): Promise<
  number[]
> {
  metrics.addMetric('numbers', MetricUnit.Count, count)
  return Array.from({ length: count }, (_, i) => i)
})

export const average = compose(async function average(numbers: readonly number[]): Promise<number> {
  logger.info('averaging', { count: numbers.length })
  return numbers.reduce((a, b) => a + b, 0) / numbers.length
})
