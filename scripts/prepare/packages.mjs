import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { command } from './command.mjs'

/** Whether node_modules holds what package-lock.json names; npm's own record of the last installation says so. */
export function arePackagesReady({ root }) {
  const wanted = read(join(root, 'package-lock.json'))
  const installed = read(join(root, 'node_modules/.package-lock.json'))
  if (wanted === undefined || installed === undefined) return false
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === '' || (installed[path] === undefined ? optional === true : installed[path].version === version)
  )
}

/** Installs the locked packages without running any package's script. */
export async function installPackages(place) {
  if (arePackagesReady(place)) return
  place.say('npm packages: installing into node_modules')
  await installAside(place)
    .catch((error) => {
      place.say(`npm packages: once more, as npm finds them itself. ${error.message}`)
      return npmCi(place, place.root)
    })
    .catch((error) => {
      throw new Error(
        `${error.message}\nSee that the npm registry can be reached, then run: npm ci --ignore-scripts`
      )
    })
  place.say('npm packages: ready')
}

/**
 * The lock names no registry, so npm would read every package's page there only to learn where its file lies: half of the
 * whole work. Every registry forms these addresses alike; one that does not is asked as npm asks.
 */
async function installAside(place) {
  const answer = await command('npm', ['config', 'get', 'registry'], { cwd: place.root })
  const [registry] = /^https?:\S+$/m.exec(answer) ?? []
  const folder = join(place.cache, 'npm')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const name of ['package.json', '.npmrc']) {
    if (existsSync(join(place.root, name))) copyFileSync(join(place.root, name), join(folder, name))
  }
  const lock = JSON.parse(readFileSync(join(place.root, 'package-lock.json'), 'utf8'))
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(withAddresses(lock, registry)))
  await npmCi(place, folder)
  rmSync(join(place.root, 'node_modules'), { recursive: true, force: true })
  renameSync(join(folder, 'node_modules'), join(place.root, 'node_modules'))
  rmSync(folder, { recursive: true, force: true })
}

function withAddresses(lock, registry) {
  const packages = Object.entries(lock.packages).map(([path, one]) => {
    if (path === '' || one.integrity === undefined) return [path, one]
    const name = one.name ?? path.split('node_modules/').at(-1)
    const file = `${name.split('/').at(-1)}-${one.version}.tgz`
    return [path, { ...one, resolved: new URL(`${name}/-/${file}`, `${registry.replace(/\/$/, '')}/`).href }]
  })
  return { ...lock, packages: Object.fromEntries(packages) }
}

const npmCi = ({ say }, cwd) =>
  command('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd,
    say,
    what: 'npm packages: installing'
  })

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return undefined
  }
}
