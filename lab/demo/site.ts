/** What answers at a tenant's addresses, asked as its visitors ask: over TLS, through DNS's names and CloudFront. */
import type { Aws } from '../aws/aws.ts'
import type { Edges } from '../aws/dataplane/api.ts'
import { visit } from '../aws/dataplane/visit.ts'
import type { Answer, Site } from '../report/report-data.ts'

/** The site's page with its style sheets in it, and the API's answers. */
export async function visitSite(
  aws: Pick<Aws, 'edges'>,
  { site, api }: Readonly<{ site: string; api: string }>
): Promise<Omit<Site, 'smoke'>> {
  const edges = await aws.edges()
  const page = await visit(edges, site)
  const paths = ['/healthz', '/version']
  const answers = await Promise.all(paths.map((path) => answerOf(edges, `${api}${path}`)))
  return {
    address: site,
    html: await withStyles(edges, { address: site, html: page.text }),
    answers: [{ address: site, status: page.status, text: page.headers['content-type'] ?? '' }, ...answers]
  }
}

async function answerOf(edges: Edges, address: string): Promise<Answer> {
  const { status, text } = await visit(edges, address)
  return { address, status, text }
}

const SHEET = /<link rel="stylesheet" href="([^"]+)"\s*\/?>/g

/** As a browser shows it: each style sheet is fetched where the page says, and put in its place. */
async function withStyles(
  edges: Edges,
  { address, html }: Readonly<{ address: string; html: string }>
): Promise<string> {
  let styled = html
  for (const [link, path = ''] of html.matchAll(SHEET)) {
    const { text } = await visit(edges, new URL(path, address).href)
    styled = styled.replace(link, () => `<style>${text}</style>`)
  }
  return styled
}
