/** Ports 443 and 80 of the lab's internet: whoever connects is led to the host that they name, wherever it listens. */
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { join } from 'node:path'
import type { Edges } from '../aws/dataplane/api.ts'
import { hostOf } from './host.ts'

/** `env` has the processes of steps go through the doors; nothing else of theirs changes. */
export type Doors = Readonly<{ env: Readonly<Record<string, string>>; close: () => Promise<void> }>

/** Programs that steps load before their own. */
const THROUGH = join(import.meta.dirname, 'through.mjs')

type Edge = Edges['hosts'][string]

/** Opens a door for each port, on free ports of loopback; `edges` is asked anew for every connection. */
export async function openDoors(edges: () => Promise<Edges>): Promise<Doors> {
  const sockets = new Set<Socket>()
  const open = async (port: '443' | '80'): Promise<Readonly<{ server: Server; local: number }>> => {
    const server = createServer((visitor) => {
      keep(sockets, visitor)
      lead(visitor, async (host) => {
        const edge: Edge | undefined = (await edges()).hosts[host]
        const local = edge?.ports[port]
        return local === undefined ? undefined : keep(sockets, connect(local, edge?.address))
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return { server, local: (server.address() as AddressInfo).port }
  }
  const [secure, plain] = await Promise.all([open('443'), open('80')])
  return {
    env: {
      NODE_OPTIONS: `--disable-warning=ExperimentalWarning --import ${THROUGH}`,
      LAB_DOORS: JSON.stringify({ 443: secure.local, 80: plain.local })
    },
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await Promise.all([secure, plain].map(({ server }) => new Promise((done) => server.close(done))))
    }
  }
}

/** Remembered until it is closed; a connection that breaks is no error of the lab's. */
function keep(sockets: Set<Socket>, socket: Socket): Socket {
  sockets.add(socket)
  return socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket))
}

type FindWay = (host: string) => Promise<Socket | undefined>

/** Waits until the visitor has said whom they want, then joins both ends; a host that nobody has is hung up on. */
function lead(visitor: Socket, findWay: FindWay): void {
  let said = Buffer.alloc(0)
  const listen = (chunk: Buffer): void => {
    said = Buffer.concat([said, chunk])
    const host = hostOf(said)
    if (host === undefined) return
    visitor.pause().off('data', listen)
    findWay(host).then(
      (way) => (way === undefined ? visitor.destroy() : joinEnds(visitor, way, said)),
      () => visitor.destroy()
    )
  }
  visitor.on('data', listen)
}

function joinEnds(visitor: Socket, way: Socket, said: Buffer): void {
  way.on('close', () => visitor.destroy())
  visitor.on('close', () => way.destroy())
  way.write(said)
  visitor.pipe(way).pipe(visitor)
}
