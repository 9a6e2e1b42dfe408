/** Answers as a fault wants them. */
import { STATUS_CODES } from 'node:http'
import type { Clock } from '../../lib/clock.ts'
import type { FaultEffect } from '../faults/fault.ts'
import { exceeded, rateHeaders, secondaryLimit } from './rate-limit.ts'
import type { Reply } from './route.ts'
import { describeFailure } from './router.ts'

/** What goes out: an answer, the beginning of one, or nothing. */
export type Outgoing = Readonly<{ reply: Reply; cut?: 'whole' | 'half' }>

const NOTHING: Reply = { status: 0 }

type Wanted<Kind extends FaultEffect['kind']> = Extract<FaultEffect, { kind: Kind }>

/** The right answer, or what the effect makes of it. */
export async function answerUnder(
  effect: FaultEffect | undefined,
  clock: Clock,
  answer: () => Promise<Reply>
): Promise<Outgoing> {
  switch (effect?.kind) {
    case undefined:
      return { reply: await answer() }
    case 'delay':
      await clock.sleep(effect.ms)
      return { reply: await answer() }
    case 'fail':
      return { reply: await fail(effect, answer) }
    case 'throttle':
      return { reply: throttled(effect, clock) }
    case 'cut':
      return cut(effect, answer)
    case 'wrong':
      return { reply: falsified(effect, await answer()) }
  }
}

async function fail(effect: Wanted<'fail'>, answer: () => Promise<Reply>): Promise<Reply> {
  if (effect.after === true) await answer()
  const { status, body = { message: STATUS_CODES[status] ?? 'Server Error' } } = effect
  return { status, body }
}

async function cut({ at }: Wanted<'cut'>, answer: () => Promise<Reply>): Promise<Outgoing> {
  if (at === 'body') return { reply: await answer(), cut: 'half' }
  if (at === 'answer') await answer()
  return { reply: NOTHING, cut: 'whole' }
}

function throttled({ retryAfter, limit, status }: Wanted<'throttle'>, clock: Clock): Reply {
  if (limit !== 'primary') {
    return { ...describeFailure(secondaryLimit(status)), headers: { 'retry-after': String(retryAfter) } }
  }
  const resetsAt = Math.floor(clock.now() / 1000) + retryAfter
  return { ...describeFailure(exceeded(status)), headers: rateHeaders({ limit: 5000, used: 5000, resetsAt }) }
}

function falsified(effect: Wanted<'wrong'>, reply: Reply): Reply {
  const { etag: _, ...headers } = reply.headers ?? {}
  const body = 'body' in effect ? rawOf(effect.body) : changed(reply.body, effect.fields ?? {})
  return { status: effect.status ?? reply.status, body, headers }
}

const rawOf = (body: unknown): unknown => (typeof body === 'string' ? Buffer.from(body) : body)

function changed(body: unknown, fields: Readonly<Record<string, unknown>>): unknown {
  if (body === undefined || Buffer.isBuffer(body)) return body
  const copy = JSON.parse(JSON.stringify(body)) as Record<string, unknown>
  for (const [path, value] of Object.entries(fields)) {
    const keys = path.split('.')
    const last = keys.pop() ?? ''
    const holder = keys.reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], copy)
    if (typeof holder !== 'object' || holder === null)
      throw new Error(`The answer has no field ${path} to change.`)
    Object.assign(holder, { [last]: value })
  }
  return copy
}
