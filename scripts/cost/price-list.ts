/** The price list: one dated file, each price with where it was found. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** How sure a price is: `unconfirmed` ones are marked wherever they are shown. */
export type Source = 'aws' | 'quoted' | 'computed' | 'documents' | 'unconfirmed'
export type Price = Readonly<{ usd: number; unit: string; source: Source; at: string }>

export type PriceList = Readonly<{
  region: string
  /** Day on which the prices were looked up. */
  checked: string
  hoursPerMonth: number
  sources: Readonly<Record<Source, string>>
  prices: Readonly<Record<string, Price>>
}>

/** The list that is committed beside this file. */
export const priceList = JSON.parse(
  readFileSync(join(import.meta.dirname, 'prices.json'), 'utf8')
) as PriceList

/** A price by its name; an error that names it where the list has none. */
export function priceOf(list: PriceList, name: string): Price {
  const found = list.prices[name]
  if (found !== undefined) return found
  throw new Error(`There is no price '${name}' in scripts/cost/prices.json. Add it with its source and date.`)
}

/** What the price comes to in a month; prices an hour run all month. */
export function monthly(list: PriceList, name: string, quantity: number): number {
  const { usd, unit } = priceOf(list, name)
  return usd * quantity * (/\bhour\b/.test(unit) ? list.hoursPerMonth : 1)
}
