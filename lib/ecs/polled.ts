/** What is asked of ECS, twice: `polled` leaves it to the next ask to repeat one that was throttled. */
export type Polled<Ecs> = Readonly<{ ecs: Ecs; polled: Ecs }>

/** The same ports for a poll, which costs no more requests while it is throttled. */
export const polling = <Ports extends Polled<unknown>>(ports: Ports): Ports => ({
  ...ports,
  ecs: ports.polled
})
