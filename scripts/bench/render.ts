/** How long a large plan takes to show, beside the bare JSON.parse of the same text, and how memory grows. */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { inBytes, inCharacters } from '../../lib/markdown.ts'
import { fingerprintPlan, NO_KEY } from '../../lib/terraform/digest.ts'
import { parsePlanJson } from '../../lib/terraform/plan-model.ts'
import { renderPlan } from '../../lib/terraform/render-plan.ts'
import { fitSections } from '../../lib/terraform/sections.ts'
import { largePlan } from './large-plan.ts'
import { median, sayMegabytes, sayMilliseconds, sayRatio, type Section } from './section.ts'

type Measured = Readonly<{ bytes: number; parse: number; render: number; digest: number; heap: number }>

/** 3,000 and 6,000 changes: twice the changes should take about twice the time and twice the memory. */
export function benchRender(): Section {
  const [half, whole] = [measure(3000), measure(6000)]
  const row = (name: string, key: keyof Measured, say: (value: number) => string): readonly string[] => {
    return [name, say(half[key]), say(whole[key]), sayRatio(whole[key], half[key])]
  }
  return {
    title: 'A plan of many changes',
    columns: ['', '3,000 changes', '6,000 changes', 'ratio'],
    rows: [
      row('plan JSON', 'bytes', sayMegabytes),
      row('bare JSON.parse', 'parse', sayMilliseconds),
      row('parse, render, fit', 'render', sayMilliseconds),
      row('semantic digest', 'digest', sayMilliseconds),
      row('memory held', 'heap', sayMegabytes)
    ],
    note: 'Median of five. Rendering makes comment and summary; it should stay about linear, in time and in memory.'
  }
}

function measure(changes: number): Measured {
  const text = largePlan(changes)
  const plan = parsePlanJson(text, 'The plan')
  return {
    bytes: Buffer.byteLength(text),
    parse: time(() => JSON.parse(text) as unknown),
    render: time(() => renderAll(text)),
    digest: time(() => fingerprintPlan(plan, NO_KEY)),
    heap: heapOf(text)
  }
}

/** Shows a plan the way plan-comment does: model, sections, comment and summary. */
function renderAll(text: string): unknown {
  const { sections } = renderPlan(parsePlanJson(text, 'The plan'), { refreshOnly: false })
  const rooms = [
    { limit: 65_536, measure: inCharacters, note: 100 },
    { limit: 1_000_000, measure: inBytes, note: 100 }
  ]
  return rooms.map((room) => fitSections([sections], room))
}

function time(work: () => unknown): number {
  const once = (): number => {
    const start = performance.now()
    work()
    return performance.now() - start
  }
  return median(Array.from({ length: 5 }, once))
}

/** Bytes that a plan and its rendering hold once the garbage is gone. */
function heapOf(text: string): number {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
  const before = process.memoryUsage().heapUsed
  const plan = parsePlanJson(text, 'The plan')
  const rendered = renderPlan(plan, { refreshOnly: false })
  collect()
  // Both are looked at again, so that neither is garbage before it is measured.
  const alive = plan.resource_changes.length + rendered.sections.length
  return alive > 0 ? process.memoryUsage().heapUsed - before : 0
}
