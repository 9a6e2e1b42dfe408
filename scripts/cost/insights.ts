/** What Container Insights costs: by its metrics, whose number AWS documents. */
import type { Cost } from './charges.ts'
import type { Planned, Resource, Values } from './planned.ts'

/** Metrics that "Amazon ECS Container Insights metrics" (CloudWatch User Guide) lists a cluster, a service and a family on Fargate. */
const INSIGHTS: Readonly<Record<string, number>> = {
  aws_ecs_cluster: 13,
  aws_ecs_service: 15,
  aws_ecs_task_definition: 10
}

/** A cluster's, service's or family's own metrics, each paid as a custom metric while the cluster has Container Insights on. */
export function containerInsights({ type }: Resource, { resources }: Planned): Cost {
  const kind = resources.map(insightsOf).find((one) => one !== '' && one !== 'disabled')
  const quantity = INSIGHTS[type] ?? 0
  if (kind === undefined || quantity === 0) return {}
  const price = `container-insights-${kind}-metric-month`
  return { charges: [{ title: 'Container Insights: metrics', price, quantity }] }
}

function insightsOf({ type, values }: Resource): string {
  if (type !== 'aws_ecs_cluster' || !Array.isArray(values['setting'])) return ''
  const settings = values['setting'] as readonly Values[]
  const value = settings.find(({ name }) => name === 'containerInsights')?.['value']
  return typeof value === 'string' ? value : ''
}
