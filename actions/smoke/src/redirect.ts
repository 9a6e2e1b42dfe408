import { curlCommand } from './commands.ts'
import { patienceMs, subjectOf, type Visit, wait } from './context.ts'
import { describeFault } from './fault.ts'
import { type Fault, type Finding, judged } from './finding.ts'
import type { Answer } from './ports.ts'

/** Redirects, and whether a browser remembers them. */
const REDIRECTS: Readonly<Record<number, boolean>> = {
  301: true,
  302: false,
  303: false,
  307: false,
  308: true
}

/** What http must lead to; `securePort` where the URL says it. */
export type Target = Readonly<{ host: string; securePort?: number }>

/** What is wrong with the answer of plain http, as the end of a sentence. */
export function judgeRedirect(answer: Answer | Fault, target: Target): string | undefined {
  if (answer.kind === 'fault') return `is not answered: ${describeFault(answer)}`
  const { status, headers } = answer
  const isPermanent = REDIRECTS[status]
  if (isPermanent === undefined) {
    const isServed = status >= 200 && status < 300
    return `is answered with ${status}, no redirect${isServed ? ': what is sent there can be read on the way' : ''}`
  }
  const wrong = judgeLocation(headers['location'] ?? '', target)
  if (wrong !== undefined || isPermanent) return wrong
  return `leads to https with ${status}, which browsers do not remember; 301 is meant`
}

function judgeLocation(location: string, { host, securePort }: Target): string | undefined {
  const url = URL.canParse(location) ? new URL(location) : undefined
  if (url?.protocol !== 'https:') return `leads to '${location}', which is not https`
  if (url.hostname.replaceAll(/^\[|\]$/g, '') !== host) return `leads to another host, ${url.hostname}`
  const port = Number(url.port === '' ? 443 : url.port)
  // A load balancer says 443 wherever its listener really is: that is no fault of its own.
  const isRight = port === 443 || securePort === undefined || port === securePort
  return isRight ? undefined : `leads to port ${port}`
}

/** Whether plain http leads to https at once. */
export async function checkRedirect(visit: Visit, port: number): Promise<Finding> {
  const { course, address, ports } = visit
  const target: Target = {
    host: course.host,
    ...(course.secure === undefined ? {} : { securePort: course.secure.port })
  }
  let fault: string | undefined = 'was not asked'
  await wait(async () => {
    const answer = await ports.net.ask({
      host: course.host,
      address,
      port,
      secure: false,
      method: 'GET',
      path: '/',
      timeoutMs: patienceMs(visit)
    })
    fault = judgeRedirect(answer, target)
    // Only what was not answered may become better.
    return fault === undefined || answer.kind === 'answer' ? answer : undefined
  }, visit)
  const check = 'http leads to https'
  const flaw =
    fault === undefined
      ? undefined
      : {
          layer: 'redirect' as const,
          sentence: `http at port ${port} ${fault}. Give the listener of HTTP a redirect to HTTPS.`,
          next: curlCommand({ course, address, port }, { path: '/', scheme: 'http' })
        }
  const words = { layer: 'redirect', check, sentence: `Port ${port} leads to https.` } as const
  return judged(subjectOf(visit), words, flaw)
}
