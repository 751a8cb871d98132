export { changeDivision, changeKinds, historyOf } from './change-divisions.ts'
export { checks } from './checks.ts'
export { cityCodeOf, countyCodeOf, type Level, levelOf, levels, lineOf, rangeOf, townshipCodeOf } from './codes.ts'
export { importDivisions } from './import-divisions.ts'
export { partInLatin, placeInLatin, placeOf, shortName } from './place-names.ts'
export {
  agriculturalVillages,
  childrenOf,
  countedDivisions,
  countiesCounted,
  type Division,
  findDivision,
  flagged,
  hasFlag,
  type PathPart,
  pathOf,
  pathsOf,
  pointsOf,
  requireDivision,
  saidOf,
  searchDivisions,
} from './read-divisions.ts'
export { unknownDivision, unknownRegion } from './refusals.ts'
export { provinces, regionName } from './regions.ts'
export { routes } from './routes.ts'
export { DivisionCode, PathPart as PathPartShape } from './shapes.ts'
export { inLatin, joined, spell, spellings } from './spell.ts'
