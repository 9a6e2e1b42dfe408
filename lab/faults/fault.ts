/** A fault that a server of the lab is to show: which calls, the how manieth of them, and what happens instead. */

export type Service = 'github' | 'aws'

/** What a call must be like; what is left out matches everything. In `host`, `path` and `action` a `*` stands for any text. */
export type FaultMatch = Readonly<{
  /** As the call has it; `DNS` is a question to Route 53's servers. */
  method?: string
  /** What runs on AWS (load balancers, distributions, DNS) is asked by its host; without one it is AWS's API. */
  host?: string
  // Path without its query: /repos/*/issues/*/comments (`*` takes slashes too).
  path?: string
  /** AWS only: `ecs:UpdateService`, `s3:Put*`. */
  action?: string
}>

/** What happens instead of the right answer. */
export type FaultEffect =
  /** An answer of this status; `after`: only after the server has done what was asked. */
  | Readonly<{ kind: 'fail'; status: number; code?: string; body?: unknown; after?: boolean }>
  | Readonly<{ kind: 'delay'; ms: number }>
  /** Too many requests. GitHub has a primary limit (calls an hour) and secondary ones (calls at once), the default. */
  | Readonly<{ kind: 'throttle'; retryAfter: number; limit?: 'primary' | 'secondary'; status?: number }>
  /** The connection ends before anything is done (the default), after it is done, or in the middle of the answer. */
  | Readonly<{ kind: 'cut'; at?: CutAt }>
  /** The right answer with another status, another body, or other values of these fields (`artifacts.0.digest`). */
  | Readonly<{ kind: 'wrong'; status?: number; body?: unknown; fields?: Readonly<Record<string, unknown>> }>

export type CutAt = 'request' | 'answer' | 'body'

export type Fault = Readonly<{
  service: Service
  match: FaultMatch
  /** Which of the matching calls, counted from 1. */
  nth: number | 'all'
  effect: FaultEffect
}>
