import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics'
import { logMetrics } from '@aws-lambda-powertools/metrics/middleware'
import middy from '@middy/core'

const metrics = new Metrics({ namespace: 'bench', serviceName: 'bench' })

export const handler = middy(async (event: { id: number }) => {
  metrics.addMetric('orders', MetricUnit.Count, 1)
  return { ok: true, id: event.id }
}).use(logMetrics(metrics, { captureColdStartMetric: true }))
