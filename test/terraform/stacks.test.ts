import { stacks } from './sandbox.ts'
import { testFolders } from './own-tests.ts'

testFolders(stacks)
