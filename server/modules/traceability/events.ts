import { event } from '../../kernel/events.ts'

/** A lot was made, pledged or amended: what buyers read about it may have changed. */
export const lotChanged = event<{ lotId: string; productId: string }>('traceability.lot_changed')
