/** The frontend of a tenant: visitors see one release or the other, and never half of one. */
import { expect, test } from '@jest/globals'
import { createHash } from 'node:crypto'
import { visit } from '../../lab/aws/dataplane/visit.ts'
import { type Application, FRONTEND_HOST } from './application.ts'
import { deployJob, type Story, untilAsked, untilSaid, writesOf } from './deployed.ts'
import { annotationsOf, conclusionsOf } from './results.ts'

/** A build: a page, the chunk that it loads, and a file that is asked for by its name. */
function build(release: string, others: Readonly<Record<string, string | null>> = {}) {
  const code = `document.title = '${release}'\n`
  const chunk = `assets/app-${createHash('md5').update(code).digest('hex').slice(0, 8)}.js`
  const page = `<!doctype html><title>${release}</title><script type="module" src="/${chunk}"></script>\n`
  const files = {
    'index.html': page,
    [chunk]: code,
    'config.json': `{"release":"${release}","api":"/"}\n`,
    ...others
  }
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [`site/${name}`, text]))
}

/** The release that a visitor gets, with the status of its chunk. */
async function look({ lab }: Application): Promise<Readonly<{ release: string; chunk: number }>> {
  const edges = await lab.aws.edges()
  const page = await visit(edges, `https://${FRONTEND_HOST}/`)
  const [, release = ''] = /<title>([^<]*)/.exec(page.text) ?? []
  const [, path = ''] = /src="([^"]+)"/.exec(page.text) ?? []
  const chunk = await visit(edges, `https://${FRONTEND_HOST}${path}`)
  return {
    release: chunk.text.includes(`'${release}'`) ? release : `half of ${release}`,
    chunk: chunk.status
  }
}

/** Registers the scenarios; they build on each other. */
export function frontends({ app, keep, last }: Story): void {
  /** Id of the release `one`. */
  let first = ''

  test('a build of another job is put into the bucket and asked for as a browser does', async () => {
    const deployed = keep(await app().push('One', build('one')))
    expect(annotationsOf(deployed)).not.toContain('error:')
    expect(conclusionsOf(deployed)).toEqual(['success'])
    expect(deployJob(deployed)?.outputs).toMatchObject({ uploaded: '3', 'failed-layer': '' })
    expect(await look(app())).toEqual({ release: 'one', chunk: 200 })
    first = deployJob(deployed)?.outputs['release-id'] ?? ''
  })

  test('the same build again writes nothing', async () => {
    const since = (await app().lab.aws.journal()).length
    const again = await app().repeat(last()?.run, 'all')
    expect(conclusionsOf([again])).toEqual(['success'])
    expect(deployJob([again])?.outputs).toMatchObject({ uploaded: '0' })
    expect(await writesOf(app(), since)).toEqual([])
  })

  test('a run that is cancelled amid its uploads leaves the site whole; run again, it completes the release', async () => {
    const { lab } = app()
    const since = lab.events.length
    // So much longer than the way of the cancellation that no page is written before it.
    const effect = { kind: 'delay', ms: 1500 } as const
    await lab.aws.setFaults([{ service: 'aws', match: { action: 's3:PutObject' }, nth: 'all', effect }])
    const deploying = app().push('Two', build('two'))
    await untilSaid(app(), /New files: \d+ to write/, since)
    app().cancel()
    const [cancelled] = keep(await deploying)
    await lab.aws.setFaults([])
    expect(cancelled?.conclusion).toBe('cancelled')
    expect(await look(app())).toEqual({ release: 'one', chunk: 200 })
    const again = await app().repeat(cancelled?.run, 'failed')
    keep([again])
    expect(annotationsOf([again])).not.toContain('error:')
    expect(await look(app())).toEqual({ release: 'two', chunk: 200 })
  })

  test('a site that does not answer well is taken back, and the run is red all the same', async () => {
    app().set({
      FRONTEND_CHECKS: 'assets: required\nrequests: [{ path: /config.json, contains: api }]',
      SMOKE_TIMEOUT: '20s'
    })
    const deployed = keep(await app().push('Three', build('three', { 'config.json': '{}\n' })))
    expect(conclusionsOf(deployed)).toEqual(['failure'])
    const { outputs } = deployJob(deployed) ?? {}
    expect(outputs?.['failed-layer']).toBe('health')
    expect(outputs?.['returned-to']).toMatch(/^r[0-9a-f]{16}$/)
    expect(outputs?.['returned-to']).not.toBe(outputs?.['release-id'])
    expect(await look(app())).toEqual({ release: 'two', chunk: 200 })
  })

  test('a run that ends before the site is asked takes back what it deployed when it is run again', async () => {
    app().set({ SMOKE_TIMEOUT: '60s' })
    const since = app().lab.events.length
    const again = app().repeat(last()?.run, 'failed')
    await untilAsked(app(), /Pages: \d+ to write/, since)
    app().cancel()
    const cancelled = await again
    keep([cancelled])
    expect(cancelled.conclusion).toBe('cancelled')
    expect(await look(app())).toEqual({ release: 'three', chunk: 200 })
    app().set({ SMOKE_TIMEOUT: '20s' })
    const third = await app().repeat(cancelled.run, 'failed')
    keep([third])
    app().set({ FRONTEND_CHECKS: '', SMOKE_TIMEOUT: '' })
    expect(third.conclusion).toBe('failure')
    expect(deployJob([third])?.outputs).toMatchObject({ uploaded: '0' })
    expect(await look(app())).toEqual({ release: 'two', chunk: 200 })
  })

  test('somebody goes back by hand', async () => {
    app().set({ FRONTEND_ROLLBACK_TO: first })
    const went = keep(await app().push('Go back', { 'site/robots.txt': 'User-agent: *\n' }))
    app().set({ FRONTEND_ROLLBACK_TO: '' })
    expect(annotationsOf(went)).not.toContain('error:')
    expect(await look(app())).toEqual({ release: 'one', chunk: 200 })
  })
}
