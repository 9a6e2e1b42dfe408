/** What the report is drawn from: the timeline of the runs, and plain records of what they left behind. */
import type { Annotation, Conclusion } from '../runner/ports.ts'

/** Milliseconds since the epoch, both ends. */
export type Interval = Readonly<{ startedAt: number; finishedAt: number }>
/** `unfinished`: the story ended while it was still going on. */
export type Ending = Conclusion | 'unfinished'

export type StepLine = Interval & Readonly<{ name: string; ending: Ending }>

export type JobLine = Interval &
  Readonly<{
    id: number
    name: string
    ending: Ending
    environment?: string
    /** When it waited for an environment's rules. */
    waits: readonly Interval[]
    steps: readonly StepLine[]
    /** Markdown of the steps' summaries. */
    summaries: readonly Readonly<{ step: string; markdown: string }>[]
  }>

export type RunLine = Interval &
  Readonly<{
    id: number
    attempt: number
    /** The workflow's name, and what started it in words: `pull request #1`. */
    name: string
    cause: string
    actor: string
    sha: string
    ending: Ending
    jobs: readonly JobLine[]
    annotations: readonly Readonly<{ job?: string; annotation: Annotation }>[]
  }>

/** A moment that a person would tell of: `Grace approved`. */
export type Milestone = Readonly<{ at: number; title: string; detail?: string }>
/** One thing that exists on AWS. */
export type Resource = Readonly<{ service: string; type: string; id: string; name: string }>
/** One call to AWS by an ARN; `error` is AWS's code, '' when it succeeded. */
export type Call = Readonly<{
  principal: string
  service: string
  action: string
  error: string
  /** The permission that was asked for, and the ARN it was asked for on. */
  iamAction: string
  resource: string
  /** `allowed`, `explicit-deny`, `implicit-deny`, `unauthentic` or `not judged`. */
  decision: string
  /** The statement that decided, or which was missing. */
  decidedBy: string
  milliseconds: number
}>
export type Fact = Readonly<{ name: string; value: string }>
/** What an address answered, in words. */
export type Answer = Readonly<{ address: string; status: number; text: string }>
/** A page as its visitors get it, with everything that it needs in it; `smoke` is the smoke test's summary in Markdown. */
export type Site = Readonly<{ address: string; html: string; answers: readonly Answer[]; smoke: string }>

/** What somebody wrote on or in a pull request. */
export type Words = Readonly<{ number: number; title: string; author: string; markdown: string }>

/** A story that the lab ran, told on one page. */
export type ReportData = Readonly<{
  title: string
  repository: string
  verdict: Readonly<{ good: boolean; sentence: string }>
  milestones: readonly Milestone[]
  /** What came to be, as its visitors see it. */
  site?: Site
  /** What was typed into the form that started it. */
  form?: readonly Fact[]
  runs: readonly RunLine[]
  /** The pull request's comment as it is at the end. */
  comment?: Words
  /** A pull request that a job opened. */
  proposal?: Words
  resources: readonly Resource[]
  calls: readonly Call[]
  /** What it ran on: Terraform's version, providers, machine. */
  environment: readonly Fact[]
  /** What was shown, and where: here, or only on GitHub and AWS themselves. */
  verified: readonly Readonly<{ claim: string; where: string }>[]
}>
