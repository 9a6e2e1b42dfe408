import type { Fragment } from '../../lib/fragment.ts'
import { NO_COUNTS } from '../../lib/terraform/changes.ts'

/** What a plan job hands over of a stack with one object to create. */
export function fragmentOf(stack: string, more: Partial<Fragment> = {}): Fragment {
  return {
    version: 1,
    stack,
    workingDirectory: '.',
    backendConfig: [],
    attempt: 1,
    commit: '01'.repeat(20),
    status: 'planned',
    counts: { ...NO_COUNTS, create: 1 },
    hasChanges: true,
    statefulDestroys: [],
    reviewed: 'unknown',
    sections: [{ kind: 'create', title: '#### Create', blocks: [`- \`${stack}.thing\``], total: 1 }],
    ...more
  }
}
