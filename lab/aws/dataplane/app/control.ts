/** The line to the lab: it gives the order, answers questions, and when it is cut the process ends, whatever it does. */
import { Socket } from 'node:net'
import { createInterface } from 'node:readline'
import type { Order } from './behaviour.ts'

export type Answer = Readonly<{ error?: string }>

/** `ask` resolves with the lab's answer. */
export type Control = Readonly<{
  order: Order
  ask: (question: Readonly<Record<string, unknown>>) => Promise<Answer>
  tell: (news: Readonly<Record<string, unknown>>) => void
}>

/** Reads the order from a descriptor that the process was started with. */
export function connect(descriptor: number): Promise<Control> {
  const socket = new Socket({ fd: descriptor, readable: true, writable: true })
  const end = (): void => {
    process.kill(process.pid, 'SIGKILL')
  }
  socket.on('close', end).on('error', end)
  const waiting = new Map<number, (answer: Answer) => void>()
  let asked = 0
  const tell = (news: Readonly<Record<string, unknown>>): void => {
    socket.write(`${JSON.stringify(news)}\n`)
  }
  const ask = (question: Readonly<Record<string, unknown>>): Promise<Answer> =>
    new Promise((resolve) => {
      waiting.set(++asked, resolve)
      tell({ ...question, id: asked })
    })
  return new Promise((resolve) => {
    createInterface({ input: socket }).on('line', (line) => {
      const message = JSON.parse(line) as Order & Answer & Readonly<{ reply?: number }>
      if (message.reply === undefined) return resolve({ order: message, ask, tell })
      waiting.get(message.reply)?.(message)
      waiting.delete(message.reply)
    })
  })
}
