/** What a job says, masked before anyone hears it. */
import type { Annotation, RunnerEvent } from '../ports.ts'
import type { Job } from '../ports.ts'
import type { Masks } from './masks.ts'
import type { Voice } from './session.ts'

/** Annotations of one level that a step may have, and of all levels and steps that a job may have. */
const MOST_OF_STEP = 10
const MOST_OF_JOB = 50
/** Characters of an annotation. */
const LONGEST = 4_096
/** Summaries of steps that a job shows. */
const MOST_SUMMARIES = 20

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
  const mayAnnotate = countAnnotations()
  const voice: Voice = {
    log: (text) => {
      for (const line of masks.apply(text).split('\n')) {
        lines.push(line)
        to.onEvent({ kind: 'log', at: Date.now(), job, line })
      }
    },
    annotate: (annotation) => {
      if (mayAnnotate.take(annotation.level)) to.annotate(maskAnnotation(annotation, masks), job)
    },
    nextStep: mayAnnotate.nextStep,
    summarize: (step, text) => {
      if (summaries.length === MOST_SUMMARIES) return
      const markdown = masks.apply(text)
      summaries.push(markdown)
      to.onEvent({ kind: 'summary', at: Date.now(), job, step: masks.apply(step), markdown })
    }
  }
  return { voice, log: () => lines.join('\n'), summary: () => summaries.join('\n') }
}

/** What is beyond the limits stands in the log alone. */
function countAnnotations(): Readonly<{
  take: (level: Annotation['level']) => boolean
  nextStep: () => void
}> {
  const ofStep = new Map<Annotation['level'], number>()
  let ofJob = 0
  return {
    take: (level) => {
      const known = ofStep.get(level) ?? 0
      if (known === MOST_OF_STEP || ofJob === MOST_OF_JOB) return false
      ofStep.set(level, known + 1)
      ofJob += 1
      return true
    },
    nextStep: () => ofStep.clear()
  }
}

const maskAnnotation = (annotation: Annotation, masks: Masks): Annotation => ({
  ...annotation,
  message: masks.apply(annotation.message).slice(0, LONGEST),
  ...(annotation.title === undefined ? {} : { title: masks.apply(annotation.title) })
})
