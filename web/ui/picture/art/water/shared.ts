import { mirrored, type Point } from '../../pen.ts'

export const both = (lines: readonly (readonly Point[])[]) => [...lines, ...lines.map(mirrored)]
