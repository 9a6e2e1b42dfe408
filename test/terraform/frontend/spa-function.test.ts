import { expect, test } from '@jest/globals'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { terraformFolder } from '../sandbox.ts'

type Request = Readonly<{ method: string; uri: string; querystring: unknown; headers: unknown }>

const file = join(terraformFolder, 'modules/frontend/spa-function.js')
const code = await readFile(file, 'utf8')

/** Runs the function as CloudFront does: its code alone in a world of its own, called by the name `handler`. */
function handle(uri: string, querystring: unknown = {}): Request {
  const headers = { host: { value: 'www.acme.example' } }
  const event = { version: '1.0', request: { method: 'GET', uri, querystring, headers } }
  const world = createContext({ event: JSON.stringify(event) })
  runInContext(code, world, { filename: file })
  return JSON.parse(String(runInContext('JSON.stringify(handler(JSON.parse(event)))', world))) as Request
}

test.each([
  '/',
  '/deep/link',
  '/deep/link/',
  '/file.with.dots/x',
  '/file.with.dots/',
  '/assets/',
  '/assets/app',
  '/well-known/x',
  '/.well-known/',
  '//',
  '/%20'
])('%s is a route of the application: its page answers', (uri) => {
  expect(handle(uri).uri).toBe('/index.html')
})

test.each([
  '/index.html',
  '/assets/app.js',
  '/assets/app.4f3c2b1a.css.map',
  '/assets/gone-0a1b2c3d.js',
  '/favicon.ico',
  '/file.with.dots/logo.svg',
  '/.well-known',
  '/.well-known/security.txt',
  '/.well-known/apple-app-site-association',
  '/.well-known/acme-challenge/token'
])('%s is a file: it is asked for as it is, and stays missing when it is', (uri) => {
  expect(handle(uri).uri).toBe(uri)
})

test('the query is kept and decides nothing', () => {
  const query = { file: { value: 'app.js' }, path: { value: '/assets/app.js' } }

  expect(handle('/deep/link', query)).toMatchObject({ uri: '/index.html', querystring: query })
  expect(handle('/assets/app.js', query)).toMatchObject({ uri: '/assets/app.js', querystring: query })
})

test('nothing of the request is changed but its path', () => {
  const { uri, ...rest } = handle('/deep/link')

  expect(uri).toBe('/index.html')
  expect(rest).toEqual({ method: 'GET', querystring: {}, headers: { host: { value: 'www.acme.example' } } })
})

test('the code is small enough for CloudFront, and nothing of it needs a module or the network', () => {
  expect(Buffer.byteLength(code)).toBeLessThan(10_240)
  expect(code).not.toMatch(/\b(import|require|fetch|async|await)\b/)
})
