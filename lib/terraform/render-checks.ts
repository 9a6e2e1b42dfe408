import { codeSpan, escapeInline } from '../markdown.ts'
import type { Check } from './plan-model.ts'
import { hideShapes } from './secret-shapes.ts'

/** One line for every check, condition or validation that fails, and one for those that only the apply decides. */
export function renderChecks(checks: readonly Check[]): readonly string[] {
  const failing = checks.filter(({ status }) => status === 'fail' || status === 'error').flatMap(renderCheck)
  const open = checks.filter(({ status }) => status === 'unknown').length
  return [...failing, ...(open === 0 ? [] : [`- ${open} can only be decided after the apply`])]
}

function renderCheck({ address, status, instances = [] }: Check): readonly string[] {
  const bad = instances.filter((one) => one.status === 'fail' || one.status === 'error')
  const lines = bad.flatMap((one) => {
    const name = codeSpan(one.address.to_display ?? address.to_display ?? 'check')
    const problems = one.problems ?? []
    if (problems.length === 0) return [`- ${name} ${one.status}s`]
    return problems.map(({ message }) => `- ${name} ${one.status}s: ${escapeInline(hideShapes(message))}`)
  })
  return lines.length > 0 ? lines : [`- ${codeSpan(address.to_display ?? 'check')} ${status}s`]
}
