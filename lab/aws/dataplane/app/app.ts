/** A container's process: `python manage.py …`, or the server for every other command. Started by the lab alone. */
import { connect, type Control } from './control.ts'
import { migrate, sayTraceback, showMigrations } from './migrations.ts'
import { serve } from './api.ts'

/** The words of a command; a shell's (`sh -c "…"`) are taken apart at blanks, and what is before `&&` goes first. */
function programs(command: readonly string[]): readonly (readonly string[])[] {
  const [shell = '', flag = '', text = ''] = command
  if (!/(^|\/)(ba)?sh$/.test(shell) || !/^-\w*c$/.test(flag)) return [command]
  return text.split('&&').map((part) =>
    part
      .trim()
      .replace(/^exec /, '')
      .split(/\s+/)
  )
}

async function run(control: Control, words: readonly string[]): Promise<number> {
  const manage = words.findIndex((word) => word.endsWith('manage.py'))
  return manage < 0 ? serve(control) : runManagement(control, words.slice(manage + 1))
}

async function runManagement(
  control: Control,
  [name = 'help', ...flags]: readonly string[]
): Promise<number> {
  control.tell({ kind: 'ready' })
  if (name === 'check' || name === 'collectstatic') {
    process.stdout.write('System check identified no issues (0 silenced).\n')
    return 0
  }
  if (name !== 'migrate' && name !== 'showmigrations') {
    process.stderr.write(`Unknown command: '${name}'\nType 'manage.py help' for usage.\n`)
    return 1
  }
  const { error } = await control.ask({ kind: 'connect' })
  if (error !== undefined) {
    sayTraceback(error)
    return 1
  }
  return name === 'migrate' ? migrate(control, flags) : showMigrations(control, flags)
}

const control = await connect(Number(process.argv[2]))
let code = 0
for (const words of programs(control.order.command)) {
  code = await run(control, words)
  if (code !== 0) break
}
process.exit(code)
