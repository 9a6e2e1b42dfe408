import { type Finding, LAYERS, type Layer } from './finding.ts'

/** What all findings come to. */
export type Verdict =
  | Readonly<{ kind: 'passed'; warnings: number }>
  | Readonly<{
      kind: 'failed'
      /** The first layer that is broken, at whatever URL. */
      layer: Layer
      /** Whether going back to the release before would help. */
      rollback: boolean
      /** What is broken in that layer. */
      broken: readonly Finding[]
      /** How many further findings failed in other layers. */
      others: number
    }>

/** The verdict: the lowest broken layer explains those above it. */
export function judgeFindings(findings: readonly Finding[]): Verdict {
  const wrong = findings.filter(({ state }) => state === 'failed')
  const layer = LAYERS.find((one) => wrong.some((finding) => finding.layer === one))
  if (layer === undefined)
    return { kind: 'passed', warnings: findings.filter(({ state }) => state === 'warned').length }
  const broken = wrong.filter((finding) => finding.layer === layer)
  return {
    kind: 'failed',
    layer,
    rollback: wrong.some(({ byRelease }) => byRelease === true),
    broken,
    others: wrong.length - broken.length
  }
}
