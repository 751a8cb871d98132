export interface Verdict {
  passed: number
  failed: number
  skipped?: number
  said: string
}
export function findHoles(): Promise<Verdict>
export function judge(answer: string): Verdict
