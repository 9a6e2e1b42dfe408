/** Loaded into a step before its bundle: what it connects to at port 443 or 80 is behind the lab's doors (LAB_DOORS). */
import { Socket } from 'node:net'

const doors = new Map(Object.entries(JSON.parse(process.env['LAB_DOORS'] ?? '{}') as Record<string, number>))

type Wanted = { port?: number | string }
type Connect = (this: Socket, ...given: unknown[]) => Socket

const { connect: straight } = Socket.prototype as Readonly<{ connect: Connect }>

/** Node's own callers give their options alone, with a callback, or both as a list. */
const throughDoor: Connect = function (...given) {
  const [first] = given
  const wanted = (Array.isArray(first) ? first[0] : first) as Wanted | undefined
  const door = doors.get(String(wanted?.port ?? ''))
  if (wanted !== undefined && door !== undefined) wanted.port = door
  return straight.apply(this, given)
}

Socket.prototype.connect = throughDoor
