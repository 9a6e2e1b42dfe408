// Fetches one commit with the machine's git, by the token that it is given.
import { spawnSync } from 'node:child_process'
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync
} from 'node:fs'
import { join, relative, resolve } from 'node:path'

const input = (name) => (process.env[`INPUT_${name.toUpperCase()}`] ?? '').trim()
const workspace = process.env.GITHUB_WORKSPACE
const folder = resolve(workspace, input('path'))

function fail(message) {
  console.log(`::error::${message.replaceAll('%', '%25').replaceAll('\n', '%0A')}`)
  process.exit(1)
}

function git(...args) {
  console.log(`[command]git ${args.join(' ')}`)
  const done = spawnSync('git', args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, GIT_TERMINAL_PROMPT: '0' }
  })
  if (done.error) fail(`git could not be started: ${done.error.message}`)
  if (done.status !== 0)
    fail(`The process 'git ${args[0]}' failed with exit code ${done.status}: ${done.stderr.trim()}`)
}

const truth = (name) => {
  const value = input(name).toLowerCase()
  if (!['true', 'false'].includes(value)) fail(`Input '${name}' must be true or false, not '${value}'`)
  return value === 'true'
}

if (relative(workspace, folder).startsWith('..'))
  fail(`Repository path '${folder}' is not under '${workspace}'`)
const depth = Number(input('fetch-depth'))
if (!Number.isInteger(depth) || depth < 0)
  fail(`Input 'fetch-depth' must be a whole number, not '${input('fetch-depth')}'`)
const isPersistent = truth('persist-credentials')
const repository = input('repository')
const isOwn = repository.toLowerCase() === process.env.GITHUB_REPOSITORY.toLowerCase()
const wanted = input('ref')

// As GitHub's action does, an event's own ref is fetched by its commit and set to it, so that a later push changes nothing.
function chooseRefs() {
  if (wanted === '' && isOwn)
    return { ...own(process.env.GITHUB_REF, process.env.GITHUB_SHA), named: process.env.GITHUB_REF }
  if (wanted === '') return { fetch: 'HEAD', local: undefined, named: 'HEAD' }
  if (/^[0-9a-f]{40}$/i.test(wanted)) return { fetch: wanted, local: undefined, named: '' }
  if (wanted.startsWith('refs/')) return { ...own(wanted, wanted), named: wanted }
  return { fetch: wanted, local: wanted, named: wanted }
}

function own(ref, commit) {
  if (ref.startsWith('refs/heads/')) return { fetch: commit, local: ref.slice('refs/heads/'.length) }
  return { fetch: commit, local: undefined }
}

mkdirSync(folder, { recursive: true })
if (truth('clean'))
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true, force: true })
if (!existsSync(join(folder, '.git'))) git('init', '--quiet', '--initial-branch=main')
const url = `${process.env.GITHUB_SERVER_URL}/${repository}`
const basic = Buffer.from(`x-access-token:${input('token')}`).toString('base64')
console.log(`::add-mask::${basic}`)
// Written as git writes it, since each of its processes takes time of every job.
const configFile = join(folder, '.git/config')
const config = `${readFileSync(configFile, 'utf8')}[remote "origin"]
\turl = ${url}.git
\tfetch = +refs/heads/*:refs/remotes/origin/*
[gc]
\tauto = 0
[maintenance]
\tauto = false
`
const server = `${process.env.GITHUB_SERVER_URL}/`
const key = `http.${server}.extraheader`
writeFileSync(configFile, `${config}[http "${server}"]\n\textraheader = AUTHORIZATION: basic ${basic}\n`)
const refs = chooseRefs()
const history =
  depth === 0 ? ['--tags', '+refs/heads/*:refs/remotes/origin/*'] : [`--depth=${depth}`, '--no-tags']
git(
  'fetch',
  '--quiet',
  '--no-recurse-submodules',
  ...(depth === 0 ? ['origin', ...history] : [...history, 'origin', refs.fetch])
)
if (depth === 0) git('fetch', '--quiet', 'origin', refs.fetch)
if (refs.local === undefined)
  git('-c', 'advice.detachedHead=false', 'checkout', '--quiet', '--force', '--detach', 'FETCH_HEAD')
else git('checkout', '--quiet', '--force', '-B', refs.local, 'FETCH_HEAD')
const head = refs.local === undefined ? 'HEAD' : `refs/heads/${refs.local}`
const commit = readFileSync(join(folder, '.git', head), 'utf8').trim()
if (!isPersistent) writeFileSync(configFile, config)

appendFileSync(process.env.GITHUB_OUTPUT, `commit=${commit}\nref=${refs.named}\n`)
appendFileSync(process.env.GITHUB_STATE, `folder=${folder}\nkey=${isPersistent ? key : ''}\n`)
console.log(`HEAD is now at ${commit}`)
