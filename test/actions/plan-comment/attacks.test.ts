import { expect, test } from '@jest/globals'
import { SUMMARY_BYTES } from '../../../actions/plan-comment/src/summary.ts'
import { newWorld, runJob } from '../../fakes/terraform-plan-world.ts'
import { anyPlan, MARKER, SHORT_MARKER } from '../../lib/properties/any-plan.ts'
import { holds } from '../../lib/properties/check.ts'
import { expectInert, expectPlain } from '../../lib/properties/inert.ts'

const OWN_LINKS = ['https://github.example/']

test('any plan fits comment and summary, acts nowhere and tells no secret', async () => {
  await holds(
    anyPlan,
    async (plan) => {
      const world = newWorld()
      const { report, lines, reports } = await runJob(world, { terraform: { json: JSON.stringify(plan) } })
      const comment = world.comments.get(12) ?? ''
      expect(comment.length).toBeLessThanOrEqual(65_536)
      expect(Buffer.byteLength(report.summary)).toBeLessThanOrEqual(SUMMARY_BYTES)
      const fragment = world.artifacts.map(({ files }) => JSON.stringify(files)).join('')
      const told = [
        comment,
        report.summary,
        ...reports.values(),
        fragment,
        ...lines,
        JSON.stringify(report.outputs)
      ]
      for (const text of told)
        expect([MARKER, SHORT_MARKER].filter((marker) => text.includes(marker))).toEqual([])
      expectInert(comment, OWN_LINKS)
      expectInert(report.summary, OWN_LINKS)
      for (const line of lines) expectPlain(line)
    },
    15
  )
})
