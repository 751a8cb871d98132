import { afterAll, beforeAll } from 'vitest'
import { testKeepingNobodyOut } from './office-axe.ts'
import { testOpening } from './office-open.ts'
import { office } from './office-pages.ts'
import { testSeeing } from './office-see.ts'
import { testWorking } from './office-work.ts'

// Four files, one world: it takes longer to start than any of these journeys.
beforeAll(() => office.start())
afterAll(() => office.stop())

testSeeing()
testOpening()
testWorking()
testKeepingNobodyOut()
