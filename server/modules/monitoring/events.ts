import { event } from '../../kernel/events.ts'

/** Somebody asked for a table as a file. */
export const sheetAsked = event<{ id: string }>('monitoring.sheet_asked')
