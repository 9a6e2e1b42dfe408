/**
 * Loaded into a step before its bundle: its clock runs STEP_SPEED times as fast as ours, as that of the lab's AWS does, so
 * that what it waits between two questions takes no time of the test's. What it asks and says stays the same.
 */
// Plain JavaScript, as everything that every step loads: taking types away would double the time that a step starts in.
import { syncBuiltinESMExports } from 'node:module'
import timers from 'node:timers/promises'

const speed = Number(process.env['STEP_SPEED'])
const began = Date.now()
const now = Date.now.bind(Date)
const wait = timers.setTimeout.bind(timers)

Date.now = () => began + (now() - began) * speed
timers.setTimeout = (ms, value, options) => wait((ms ?? 0) / speed, value, options)
syncBuiltinESMExports()
