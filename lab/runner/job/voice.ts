/** What a job says, masked before anyone hears it. */
import type { Annotation, RunnerEvent } from '../ports.ts'
import type { Job } from '../ports.ts'
import type { Masks } from './masks.ts'
import type { Voice } from './session.ts'

/** A voice with everything that it has said. */
export type VoiceRecord = Readonly<{ voice: Voice; log: () => string; summary: () => string }>

/** A voice that emits events and remembers the log and the summary. */
export function recordVoice(
  job: Job,
  masks: Masks,
  to: Readonly<{
    onEvent: (event: RunnerEvent) => void
    annotate: (annotation: Annotation, job: Job) => void
  }>
): VoiceRecord {
  const lines: string[] = []
  const summaries: string[] = []
  const voice: Voice = {
    log: (text) => {
      for (const line of masks.apply(text).split('\n')) {
        lines.push(line)
        to.onEvent({ kind: 'log', at: Date.now(), job, line })
      }
    },
    annotate: (annotation) => to.annotate(maskAnnotation(annotation, masks), job),
    summarize: (step, text) => {
      const markdown = masks.apply(text)
      summaries.push(markdown)
      to.onEvent({ kind: 'summary', at: Date.now(), job, step: masks.apply(step), markdown })
    }
  }
  return { voice, log: () => lines.join('\n'), summary: () => summaries.join('\n') }
}

const maskAnnotation = (annotation: Annotation, masks: Masks): Annotation => ({
  ...annotation,
  message: masks.apply(annotation.message),
  ...(annotation.title === undefined ? {} : { title: masks.apply(annotation.title) })
})
