import { askAt, commandFor, subjectOf, type Visit } from './context.ts'
import { describeFault } from './fault.ts'
import { type Fault, type Finding, type Flaw, judged } from './finding.ts'
import type { Answer } from './ports.ts'

/** What is wrong with the answer for a host that has no business here, as the end of a sentence. */
export function judgeStranger(answer: Answer | Fault): string | undefined {
  // Who closes the connection has rejected it, too.
  if (answer.kind === 'fault')
    return answer.code === 'ECONNRESET' ? undefined : `was not answered: ${describeFault(answer)}`
  const { status } = answer
  if (status >= 400 && status < 500) return undefined
  if (status < 300) return `is served with ${status}: whoever names it reaches this tenant`
  if (status < 400) return `is led on with ${status} to '${answer.headers['location'] ?? ''}'`
  return `is ${status}, so a rule sends it on to an application`
}

/** One request that names another host. */
export async function checkStranger(visit: Visit, stranger: string, path: string): Promise<Finding> {
  const fault = judgeStranger(await askAt(visit, { path, hostHeader: stranger }))
  const isNobody = stranger.endsWith('.invalid')
  const check = isNobody ? 'an unknown host is rejected' : `${stranger} is rejected`
  const flaw: Flaw | undefined =
    fault === undefined
      ? undefined
      : {
          layer: 'isolation',
          sentence: `Host ${stranger} ${fault}. Let the load balancer's rules name this tenant's hosts only, its default answer 404, and the application its ALLOWED_HOSTS.`,
          next: commandFor(visit, path, stranger),
          byRelease: true
        }
  const words = { layer: 'isolation', check, sentence: `Host ${stranger} is rejected.` } as const
  return judged(subjectOf(visit), words, flaw)
}
