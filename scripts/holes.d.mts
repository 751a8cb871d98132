export interface Verdict {
  passed: number
  failed: number
  skipped?: number
  said: string
}
export function findHoles(): Promise<Verdict>
export function judge(answer: string, names: Set<string>): Verdict
export function shipped(packages: Record<string, Entry>): Set<string>
interface Entry {
  dependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
}
export function newerNode(answer: string, ours: string): string
