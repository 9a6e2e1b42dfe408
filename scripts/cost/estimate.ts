/** Adds up what a plan's resources cost in a month. */
import type { Planned } from './planned.ts'
import { monthly, type Price, type PriceList, priceOf } from './price-list.ts'
import { costOf } from './rules.ts'

export type Line = Readonly<{ title: string; quantity: number; price: Price; month: number }>
export type UsageLine = Readonly<{ title: string; price: Price }>

export type Estimate = Readonly<{
  lines: readonly Line[]
  /** Not part of the total. */
  usages: readonly UsageLine[]
  /** US dollars. */
  total: number
}>

/** The same charge of several resources is one line. */
export function estimate(planned: Planned, list: PriceList): Estimate {
  const costs = planned.resources.map((resource) => costOf(resource, planned))
  const sums = new Map<string, Readonly<{ title: string; price: string; quantity: number }>>()
  for (const charge of costs.flatMap(({ charges = [] }) => charges)) {
    const before = sums.get(charge.title)?.quantity ?? 0
    sums.set(charge.title, { ...charge, quantity: before + charge.quantity })
  }
  const lines = [...sums.values()]
    .map(({ title, price, quantity }) => ({
      title,
      quantity,
      price: priceOf(list, price),
      month: monthly(list, price, quantity)
    }))
    .toSorted((left, right) => right.month - left.month)
  const usages = new Map(costs.flatMap(({ usages: all = [] }) => all).map((usage) => [usage.title, usage]))
  return {
    lines,
    usages: [...usages.values()].map(({ title, price }) => ({ title, price: priceOf(list, price) })),
    total: lines.reduce((sum, { month }) => sum + month, 0)
  }
}
