import type { Answer } from '../../api/client.ts'

export type Duty = Answer<'/api/duties'>['items'][number]

/** The duties of a division that its administrator may give. */
export const givenRoles = ['officer', 'auditor', 'admin', 'station_operator'] as const
export type GivenRole = (typeof givenRoles)[number]
