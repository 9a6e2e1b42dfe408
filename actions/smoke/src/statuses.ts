import type { Answer } from './ports.ts'
import type { Layer } from './finding.ts'

/** Who answered with a status that was not expected, and what it means. */
export type Meaning = Readonly<{ layer: Layer; words: string; asksTargets?: boolean; byRelease: boolean }>

type Rule = Readonly<{ fits: (answer: Answer) => boolean; meaning: (answer: Answer) => Meaning }>

const http = (words: string, byRelease = false): Meaning => ({ layer: 'http', words, byRelease })

const GATEWAY: Readonly<Record<number, string>> = {
  502: 'the load balancer got no usable answer from the task: it crashed, closed the connection, listens on another port, or keeps connections for a shorter time than the load balancer',
  503: 'the load balancer has no healthy target: no task runs, or all fail their health check',
  504: 'the task did not answer within the idle timeout, or the load balancer cannot connect to it: it is overloaded, hangs, or its security group keeps the load balancer out'
}

const RULES: readonly Rule[] = [
  {
    fits: (answer) => answer.status in GATEWAY && isGateways(answer),
    meaning: ({ status }) => ({ ...http(GATEWAY[status] ?? '', true), asksTargets: true })
  },
  {
    fits: ({ status }) => status >= 300 && status < 400,
    meaning: ({ headers }) =>
      http(
        `it leads to '${headers['location'] ?? ''}': behind a load balancer that ends TLS the application must trust X-Forwarded-Proto, and a health path needs its final form`,
        true
      )
  },
  {
    fits: ({ status }) => status === 421,
    meaning: () => http('the distribution does not know this host as an alias')
  },
  {
    fits: ({ status, headers }) =>
      status === 403 && /cloudfront/i.test(`${headers['server'] ?? ''} ${headers['x-cache'] ?? ''}`),
    meaning: () =>
      http(
        'CloudFront may not read the bucket, or the file is not there and it may not list: check the bucket policy and the origin access control'
      )
  },
  {
    fits: ({ status, headers }) => status === 403 && /awselb/i.test(headers['server'] ?? ''),
    meaning: () => http('the load balancer or its web ACL refused the request')
  },
  {
    fits: ({ status, body }) => status === 404 && body.trim() === 'Not found',
    meaning: () => http("the load balancer's default rule answered: no rule forwards this host")
  },
  {
    fits: ({ status, body }) =>
      status === 400 && /DisallowedHost|ALLOWED_HOSTS|Bad Request \(400\)/.test(body),
    meaning: () => ({
      layer: 'health',
      words: 'the application does not know this host (ALLOWED_HOSTS)',
      byRelease: true
    })
  }
]

/** Who gave a status that was not expected, and what it means. */
export function explainStatus(answer: Answer): Meaning {
  const rule = RULES.find(({ fits }) => fits(answer))
  return rule?.meaning(answer) ?? { layer: 'health', words: 'the application answered so', byRelease: true }
}

/** A load balancer's own page, not the application's answer of the same status. */
function isGateways({ status, headers, body }: Answer): boolean {
  return (
    /^(?:awselb|cloudfront)/i.test(headers['server'] ?? '') ||
    body.trim() === '' ||
    body.includes(`<title>${status}`)
  )
}
