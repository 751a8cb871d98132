export { checks } from './checks.ts'

import './fold-coverage.ts'
import './fold-sales.ts'
import './write-sheet.ts'

export { rebuildFigures } from './rebuild-figures.ts'
export { routes } from './routes.ts'
export { definitionOf, definitions, importTargets, targets } from './targets.ts'
export { coverageOf } from './view-coverage.ts'
export { divisionView, salesTrend } from './view-division.ts'
