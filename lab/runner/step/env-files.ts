/** The files through which a step speaks: GITHUB_OUTPUT, GITHUB_ENV, GITHUB_PATH, GITHUB_STATE, GITHUB_STEP_SUMMARY. */
import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { WorkflowFault, messageOf } from '../fault.ts'

/** What the files said; a fault in one of them fails the step. */
export type FileCommands = Readonly<{
  outputs: ReadonlyMap<string, string>
  env: ReadonlyMap<string, string>
  state: ReadonlyMap<string, string>
  paths: readonly string[]
  summary: string
  faults: readonly string[]
}>

/** Variables that name the files, and the reading of them when the process has ended. */
export type EnvFiles = Readonly<{ env: Readonly<Record<string, string>>; read: () => Promise<FileCommands> }>

const NAMES = {
  GITHUB_OUTPUT: 'output',
  GITHUB_ENV: 'env',
  GITHUB_PATH: 'path',
  GITHUB_STATE: 'state',
  GITHUB_STEP_SUMMARY: 'step_summary'
}
type Name = keyof typeof NAMES
const SUMMARY_LIMIT_KB = 1024

/** Fresh, empty files for one process. */
export async function createEnvFiles(temp: string): Promise<EnvFiles> {
  const folder = join(temp, '_runner_file_commands', randomUUID())
  await mkdir(folder, { recursive: true })
  const env = Object.fromEntries(Object.entries(NAMES).map(([key, name]) => [key, join(folder, name)]))
  await Promise.all(Object.values(env).map((file) => writeFile(file, '')))
  return { env, read: () => readAll(folder) }
}

async function readAll(folder: string): Promise<FileCommands> {
  const texts = await Promise.all(
    Object.entries(NAMES).map(async ([key, name]) => [
      key,
      await readFile(join(folder, name), 'utf8').catch(() => '')
    ])
  )
  await rm(folder, { recursive: true, force: true })
  const text = Object.fromEntries(texts) as Record<Name, string>
  const faults: string[] = []
  const pairs = (name: Name): ReadonlyMap<string, string> => {
    const found = new Map<string, string>()
    try {
      return parseEnvFile(text[name], found)
    } catch (error) {
      faults.push(`Unable to process file command '${NAMES[name]}' successfully.`, messageOf(error))
      return found
    }
  }
  const read = { outputs: pairs('GITHUB_OUTPUT'), env: pairs('GITHUB_ENV'), state: pairs('GITHUB_STATE') }
  const paths = text.GITHUB_PATH.split(/\r?\n/).filter((line) => line !== '')
  return { ...read, paths, ...summaryOf(text.GITHUB_STEP_SUMMARY, faults) }
}

function summaryOf(summary: string, faults: readonly string[]): Pick<FileCommands, 'summary' | 'faults'> {
  const kilobytes = Buffer.byteLength(summary) / 1024
  if (kilobytes <= SUMMARY_LIMIT_KB) return { summary, faults }
  const fault = `$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of ${String(SUMMARY_LIMIT_KB)}k, got ${String(Math.floor(kilobytes))}k. For more information see: https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-markdown-summary`
  return { summary: '', faults: [...faults, fault] }
}

/** Reads `name=value` lines and `name<<DELIMITER` blocks into `found`; what stands before a fault is read all the same. */
export function parseEnvFile(text: string, found = new Map<string, string>()): ReadonlyMap<string, string> {
  // Only a line feed ends a line here: the runner reads otherwise on Windows alone.
  const lines = text.split('\n')
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? ''
    if (line === '') continue
    const block = parseHeading(line)
    if ('value' in block) {
      found.set(block.name, block.value)
      continue
    }
    const end = lines.indexOf(block.delimiter, index + 1)
    if (end < 0) throw new WorkflowFault(`Invalid value. Matching delimiter not found '${block.delimiter}'`)
    found.set(block.name, lines.slice(index + 1, end).join('\n'))
    index = end
  }
  return found
}

type Heading = Readonly<{ name: string; value: string } | { name: string; delimiter: string }>

function parseHeading(line: string): Heading {
  const equals = line.indexOf('=')
  const heredoc = line.indexOf('<<')
  if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
    if (equals === 0) throw new WorkflowFault(`Invalid format '${line}'. Name must not be empty`)
    return { name: line.slice(0, equals), value: line.slice(equals + 1) }
  }
  if (heredoc < 0) throw new WorkflowFault(`Invalid format '${line}'`)
  const [name, delimiter] = [line.slice(0, heredoc), line.slice(heredoc + 2)]
  if (name === '' || delimiter === '') {
    throw new WorkflowFault(
      `Invalid format '${line}'. Name must not be empty and delimiter must not be empty`
    )
  }
  return { name, delimiter }
}
