/** The estimate as Markdown. */
import { tableHead, tableRow } from '../../lib/markdown.ts'
import type { Claim } from './claims.ts'
import type { Estimate } from './estimate.ts'
import type { Planned } from './planned.ts'
import type { Price, PriceList, Source } from './price-list.ts'

const usd = (amount: number): string => `$${amount.toFixed(2)}`
const mark = ({ source }: Price): string => (source === 'unconfirmed' ? ' ¹' : '')
const unitPrice = (price: Price): string => `$${price.usd} / ${price.unit}${mark(price)}`
const amount = (quantity: number): string => String(Number(quantity.toFixed(3)))

/** Charges by size, what is paid by use, the total, and the documents' claims. */
export function renderEstimate(
  { lines, usages, total }: Estimate,
  claims: readonly Claim[],
  { planned, list }: Readonly<{ planned: Planned; list: PriceList }>
): string {
  return [
    `## ${usd(total)} a month, before traffic`,
    describeRegion(planned, list),
    [
      tableHead(['what', 'quantity', 'unit price', 'a month']),
      ...lines.map(({ title, quantity, price, month }) =>
        tableRow([title, amount(quantity), unitPrice(price), usd(month)])
      ),
      tableRow(['**total**', '', '', `**${usd(total)}**`])
    ].join('\n'),
    '### Not included: paid by use',
    [
      tableHead(['what', 'unit price']),
      ...usages.map(({ title, price }) => tableRow([title, unitPrice(price)]))
    ].join('\n'),
    '### What the documents say',
    [
      tableHead(['where', 'says', 'computed']),
      ...claims.map(({ where, says, computed }) => tableRow([where, says, computed]))
    ].join('\n'),
    describeSources(list)
  ].join('\n\n')
}

function describeRegion({ regions, tasks }: Planned, { region, checked }: PriceList): string {
  const elsewhere = regions.filter((one) => one !== region)
  const note =
    elsewhere.length === 0
      ? ''
      : ` The plan is for ${elsewhere.join(', ')}, where prices differ: often higher by a tenth to a third.`
  const count = tasks === 1 ? '1 task' : `${tasks} tasks`
  return `On-demand prices of ${region}, looked up on ${checked}, for ${count} of the API and resources that run all month.${note}`
}

function describeSources({ prices, sources }: PriceList): string {
  const all = Object.values(prices)
  const lines = (Object.keys(sources) as Source[]).map(
    (source) =>
      `- ${all.filter((price) => price.source === source).length} prices: ${sources[source]}${source === 'unconfirmed' ? ' (¹)' : ''}.`
  )
  return ['### Where the prices are from', ...lines].join('\n')
}
