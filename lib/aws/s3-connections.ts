import type { Agent } from 'node:http'
import type { Socket } from 'node:net'

/**
 * Lets an agent connect before there are requests: a burst of them would wait for its own connections, with TLS three
 * round trips each. Where the agent connects to is known from its first request; before that nothing is done.
 */
export function connectAhead(agent: Agent): (connections: number) => void {
  const connect = agent.createConnection.bind(agent)
  const ready = new Set<Socket>()
  let place: Parameters<Agent['createConnection']>[0] | undefined
  agent.createConnection = (options, made) => {
    place = options
    const [socket] = ready
    if (socket === undefined) return connect(options, made)
    ready.delete(socket)
    return socket.ref()
  }
  return (connections) => {
    if (place === undefined) return
    for (let at = ready.size; at < connections; at += 1) keepReady(connect(place) as Socket, ready)
  }
}

/** One that nobody needs keeps no process alive, and one that is cut is forgotten. */
function keepReady(socket: Socket, ready: Set<Socket>): void {
  const forget = (): void => void ready.delete(socket)
  ready.add(socket.unref().on('error', forget).on('close', forget))
}
