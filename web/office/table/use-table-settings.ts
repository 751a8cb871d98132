import { useState } from 'react'
import { keep, kept } from '../parts/keep.ts'
import type { Sort, TableSettings } from './columns.ts'

/** The settings of one table, remembered under its name. */
export function useTableSettings(id: string, sort: Sort | undefined) {
  const [settings, setSettings] = useState<TableSettings>(() => ({
    filters: {},
    filtering: false,
    hidden: [],
    ...(sort && { sort }),
    ...kept<Partial<TableSettings>>(`table.${id}`),
  }))
  function change(part: Partial<TableSettings>): void {
    const next = { ...settings, ...part }
    keep(`table.${id}`, next)
    setSettings(next)
  }
  return [settings, change] as const
}
