// Takes the token out of the checkout again.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const { STATE_folder: folder = '', STATE_key: key = '' } = process.env
if (key !== '' && existsSync(folder)) spawnSync('git', ['config', '--unset-all', key], { cwd: folder })
