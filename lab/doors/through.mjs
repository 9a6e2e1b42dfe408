/** Loaded into a step before its bundle: what it connects to at port 443 or 80 is behind the lab's doors (LAB_DOORS). */
// Plain JavaScript, as everything that every step loads: taking types away would double the time that a step starts in.
import { Socket } from 'node:net'

const doors = new Map(Object.entries(JSON.parse(process.env['LAB_DOORS'] ?? '{}')))

const { connect: straight } = Socket.prototype

/** Node's own callers give their options alone, with a callback, or both as a list. */
Socket.prototype.connect = function connectThroughDoor(...given) {
  const [first] = given
  const wanted = Array.isArray(first) ? first[0] : first
  const door = doors.get(String(wanted?.port ?? ''))
  if (wanted !== undefined && door !== undefined) wanted.port = door
  return straight.apply(this, given)
}
