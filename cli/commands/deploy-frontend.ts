import { stat } from 'node:fs/promises'
import { basename, dirname, resolve } from 'node:path'
import { fileOf } from '../../lib/tenants/tenant.ts'
import type { Command } from '../command.ts'
import { Refusal } from '../failure.ts'
import { readOutputs } from '../outputs.ts'
import { REGISTRY } from '../registry.ts'
import { runStep } from '../step.ts'
import { show } from '../tenant.ts'

/** Puts a build into the tenant's bucket and lets CloudFront know. */
export const deployFrontend: Command = {
  script: 'deploy-frontend.sh',
  about:
    "Puts a build of the React application into the tenant's bucket, pages last and nothing twice, and invalidates in CloudFront what was replaced.",
  required: ['client', 'plan', 'env', 'build-dir'],
  optional: ['region'],
  switches: [],
  examples: ['deploy-frontend.sh --client Acme --plan Dedicated --env stg --build-dir ./build'],
  run: async ({ typed }, ports) => {
    const folder = resolve(ports.cwd, typed['build-dir'] ?? '')
    if ((await stat(folder).catch(() => undefined))?.isDirectory() !== true)
      throw new Refusal(
        `--build-dir is '${typed['build-dir']}', which is no folder from here. Build first (npm run build), then name what it wrote.`
      )
    const shown = await show(typed, ports)
    const output = await readOutputs(shown, ports)
    const bucket = output('frontend_bucket')
    if (bucket === '')
      throw new Refusal(
        `${shown.key} has no frontend (frontend_enabled is false), so there is no bucket. Leave this step out, or take that line out of ${REGISTRY}/${fileOf(shown.tenant)} by pull request and run apply.sh.`
      )
    await runStep(
      {
        action: 'deploy-frontend',
        region: shown.region,
        workspace: dirname(folder),
        inputs: { bucket, 'build-dir': basename(folder), 'distribution-id': output('distribution_id') },
        shows: 'summary'
      },
      ports
    )
  }
}
