import { readFileSync } from 'node:fs'
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
  await command('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: place.root,
    say: place.say,
    what: 'npm packages: installing'
  }).catch((error) => {
    throw new Error(
      `${error.message}\nSee that the npm registry can be reached, then run: npm ci --ignore-scripts`
    )
  })
  place.say('npm packages: ready')
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return undefined
  }
}
