import { XMLBuilder } from 'fast-xml-parser'
import { visible } from '../../../lib/plain-text.ts'
import type { Finding } from './finding.ts'
import type { Walked } from './walk.ts'

/** The findings as JUnit: a suite a URL, a case a check and address. */
export function renderJunit(walked: readonly Walked[]): string {
  const builder = new XMLBuilder({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    format: true,
    suppressEmptyNode: true
  })
  const all = walked.flatMap(({ findings }) => findings)
  const text: string = builder.build({
    '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
    testsuites: {
      '@name': 'smoke',
      ...counts(all),
      testsuite: walked.map(({ url, findings }) => ({
        '@name': url,
        ...counts(findings),
        testcase: findings.map((finding) => toCase(finding))
      }))
    }
  })
  return text
}

const count = (findings: readonly Finding[], wanted: Finding['state']): number =>
  findings.filter(({ state }) => state === wanted).length

const counts = (findings: readonly Finding[]) => ({
  '@tests': findings.length,
  '@failures': count(findings, 'failed'),
  '@skipped': count(findings, 'skipped')
})

function toCase({ layer, check, address, state, sentence, next }: Finding) {
  const words = visible(sentence)
  return {
    '@classname': `smoke.${layer}`,
    '@name': visible(address === undefined ? check : `${check} at ${address}`),
    ...(state === 'failed' ? { failure: { '@type': layer, '@message': words, '#text': next ?? '' } } : {}),
    ...(state === 'skipped' ? { skipped: { '@message': words } } : {}),
    ...(state === 'warned' ? { 'system-out': words } : {})
  }
}
