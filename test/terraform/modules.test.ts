import { modules } from './sandbox.ts'
import { testFolders } from './own-tests.ts'

testFolders(modules)
