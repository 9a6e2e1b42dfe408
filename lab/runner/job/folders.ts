/** The folders of one job: nothing of one job is seen by another. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Absolute paths. */
export type Folders = Readonly<{
  /** Holds the workspace, as RUNNER_WORKSPACE does. */
  base: string
  workspace: string
  temp: string
  home: string
  /** The event's payload, as GITHUB_EVENT_PATH. */
  eventFile: string
}>

/** Makes a job's folders and writes the event into them. */
export async function makeFolders(root: string, repository: string, event: unknown): Promise<Folders> {
  const name = repository.split('/')[1] ?? repository
  const base = join(root, name)
  const folders = { base, workspace: join(base, name), temp: join(root, '_temp'), home: join(root, '_home') }
  for (const folder of [folders.workspace, join(folders.temp, '_github_workflow'), folders.home]) {
    await mkdir(folder, { recursive: true })
  }
  const eventFile = join(folders.temp, '_github_workflow', 'event.json')
  await writeFile(eventFile, JSON.stringify(event, null, 2))
  return { ...folders, eventFile }
}
