/** Worlds in which one layer is broken, and what the step says of each. */
import { expect } from '@jest/globals'
import { run, type World } from './world.ts'

/** The layer, words of the sentence, whether a rollback is asked for, and the world. */
export type Row = readonly [layer: string, words: string, rollback: boolean, world: World]
export type Case = Readonly<{ layer: string; words: string; rollback: boolean; world: World }>

export const casesOf = (rows: readonly Row[]): readonly Case[] =>
  rows.map(([layer, words, rollback, world]) => ({ layer, words, rollback, world }))

/** The step is red and names this layer, with these words. */
export async function expectBroken({ layer, words, rollback, world }: Case): Promise<void> {
  const { report, result } = await run({ ...world, inputs: { timeout: '10s', ...world.inputs } })
  expect({ layer: report.outputs['failed-layer'], failure: report.failure }).toEqual({
    layer,
    failure: expect.stringContaining(words)
  })
  expect(report.failure).toContain(`is broken at layer ${layer}`)
  expect(report.outputs['passed']).toBe('false')
  expect(result).toMatchObject({ outcome: 'failed', failedLayer: layer, rollback })
  expect(report.summary).toContain('### What is wrong')
}
