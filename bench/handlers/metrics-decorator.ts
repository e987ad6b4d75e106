import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics'

const metrics = new Metrics({ namespace: 'bench', serviceName: 'bench' })

class Lambda {
  @metrics.logMetrics({ captureColdStartMetric: true })
  public async handler(event: { id: number }, _context: unknown): Promise<{ ok: boolean; id: number }> {
    metrics.addMetric('orders', MetricUnit.Count, 1)
    return { ok: true, id: event.id }
  }
}

const lambda = new Lambda()
export const handler = lambda.handler.bind(lambda)
