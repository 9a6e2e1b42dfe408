import type { Call, Reply } from './route.ts'

const DEFAULT_PAGE = 30
const LARGEST_PAGE = 100

const positive = (text: string | null, otherwise: number): number => {
  const value = Number(text ?? '')
  return Number.isInteger(value) && value > 0 ? value : otherwise
}

/** A page of a list, and the reply that shows it with GitHub's Link header. */
export type Page<T> = Readonly<{ page: readonly T[]; reply: (body: unknown) => Reply }>

/** The page that `per_page` and `page` ask for. */
export function pageOf<T>(call: Call, items: readonly T[]): Page<T> {
  const size = Math.min(positive(call.query.get('per_page'), DEFAULT_PAGE), LARGEST_PAGE)
  const page = positive(call.query.get('page'), 1)
  const last = Math.max(1, Math.ceil(items.length / size))
  const links: [string, number][] = []
  if (page > 1) links.push(['prev', Math.min(page - 1, last)])
  if (page < last) links.push(['next', page + 1], ['last', last])
  if (page > 1) links.push(['first', 1])
  const link = links.map(([rel, to]) => `<${address(call, to)}>; rel="${rel}"`).join(', ')
  return {
    page: items.slice((page - 1) * size, page * size),
    reply: (body) => ({ status: 200, body, ...(link === '' ? {} : { headers: { link } }) })
  }
}

/** The page as an answer; `wrap` puts the items into an object. */
export function paginate<T>(
  call: Call,
  items: readonly T[],
  wrap: (page: readonly T[]) => unknown = (page) => page
): Reply {
  const { page, reply } = pageOf(call, items)
  return reply(wrap(page))
}

function address(call: Call, page: number): string {
  const query = new URLSearchParams(call.query)
  query.set('page', String(page))
  return `${call.world.urls.api}${call.path}?${query.toString()}`
}
