/** How long a large plan takes to render, beside the bare JSON.parse of the same text, and how memory grows. */
import { parsePlanJson } from '../../lib/terraform/plan-model.ts'
import { fingerprintPlan, NO_KEY } from '../../lib/terraform/digest.ts'
import { renderPlan } from '../../lib/terraform/render-plan.ts'
import { fitSections } from '../../lib/terraform/sections.ts'
import { inBytes, inCharacters } from '../../lib/markdown.ts'

export type RenderBench = Readonly<{
  changes: number
  jsonBytes: number
  /** Best of three, milliseconds. */
  parseMs: number
  renderMs: number
  digestMs: number
  /** What 6,000 changes take of the memory of 3,000: about 2 where memory is linear. */
  heapRatio: number
}>

/** A plan of `count` changes as a provider with many attributes makes them, a third each created, updated and replaced. */
export function largePlan(count: number): string {
  const changes = Array.from({ length: count }, (_, index) => makeChange(index))
  return JSON.stringify({ format_version: '1.2', terraform_version: '1.13.1', resource_changes: changes })
}

function makeChange(index: number): object {
  const actions = [['create'], ['update'], ['delete', 'create']][index % 3]
  const values = (version: number): object => ({
    ...Object.fromEntries(
      Array.from({ length: 20 }, (_, at) => [`attribute_${at}`, `value ${at} of ${index}`])
    ),
    image: `example/app:${version}`,
    tags: { Name: `thing-${index}`, Environment: 'staging', Version: String(version) },
    policy: JSON.stringify({
      Statement: [
        { Sid: 'Read', Action: ['s3:GetObject'], Resource: `arn:aws:s3:::bucket-${index}/${version}` }
      ]
    }),
    password: `secret-${index}-${version}-0123456789`
  })
  const created = index % 3 === 0
  return {
    address: `module.m.aws_thing.this[${index}]`,
    mode: 'managed',
    type: 'aws_thing',
    name: 'this',
    change: {
      actions,
      before: created ? null : values(1),
      after: values(2),
      after_unknown: { id: true, arn: true },
      before_sensitive: created ? false : { password: true },
      after_sensitive: { password: true },
      ...(index % 3 === 2 ? { replace_paths: [['image']] } : {})
    }
  }
}

/** Renders a plan the way plan-comment does: model, sections, comment and summary. */
export function renderAll(text: string): number {
  const { sections } = renderPlan(parsePlanJson(text, 'The plan'), { refreshOnly: false })
  const kept = [
    fitSections([sections], { limit: 65_536, measure: inCharacters, note: 100 }),
    fitSections([sections], { limit: 1_000_000, measure: inBytes, note: 100 })
  ]
  return kept.flat(2).reduce((sum, { blocks }) => sum + blocks.length, 0)
}

/** Measures 6,000 changes. */
export function benchRender(): RenderBench {
  const text = largePlan(6000)
  const plan = parsePlanJson(text, 'The plan')
  return {
    changes: 6000,
    jsonBytes: Buffer.byteLength(text),
    parseMs: bestOf(3, () => JSON.parse(text) as unknown),
    renderMs: bestOf(3, () => renderAll(text)),
    digestMs: bestOf(3, () => fingerprintPlan(plan, NO_KEY)),
    heapRatio: heapOf(6000) / heapOf(3000)
  }
}

function bestOf(times: number, work: () => unknown): number {
  const taken = Array.from({ length: times }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
  return Math.round(Math.min(...taken))
}

/** Bytes that a plan and what it was rendered to hold; exact only where the engine's garbage can be collected on demand. */
function heapOf(count: number): number {
  const collect = (globalThis as { gc?: () => void }).gc ?? ((): void => {})
  const text = largePlan(count)
  collect()
  const before = process.memoryUsage().heapUsed
  const plan = parsePlanJson(text, 'The plan')
  const rendered = renderPlan(plan, { refreshOnly: false })
  collect()
  const used = process.memoryUsage().heapUsed - before
  return rendered.sections.length > 0 ? used : 0
}
