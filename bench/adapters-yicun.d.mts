import type { Http, Reading, Sql } from './load.ts'

export const name: string
export const base: string
export const db: string | undefined
export function init(http: Http, sql: Sql): Promise<void>
export function list(): Reading[]
export function listDefault(): Reading[]
export function detail(): Reading[]
export function search(): Reading[]
export function searchOnce(
  http: Http,
  q: string,
): Promise<{ status: number; n: number; first?: string; meant?: string }>
export function pickVariant(i: number): string
export function limitedVariant(): string
export function packageOf(variant: string): { skuId: string; productId: string; storeId: string }
export function checkout(
  http: Http,
  variant: string,
  i: number,
  options?: { stopBefore?: string },
): Promise<string | (() => Promise<string>)>
export function counts(
  sql: Sql,
): Promise<{ orders: number; stockTaken: number; limitedTaken: number; limitedStock: number; limitedOrders: number }>
export function payments(sql: Sql): Promise<number>
