import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics'
import { compose } from '@orkestra/handler'
import { withMetrics } from '@orkestra/handler/powertools'

const metrics = new Metrics({ namespace: 'bench', serviceName: 'bench' })

export const handler = compose(
  { name: 'handler', instrumentation: withMetrics(metrics) },
  async (event: { id: number }) => {
    metrics.addMetric('orders', MetricUnit.Count, 1)
    return { ok: true, id: event.id }
  },
)
