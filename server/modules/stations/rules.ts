/** Where stations stand. The tier follows from the division: a county has a centre, a village a service station. */
export const stationTiers = ['county', 'township', 'village'] as const
export type StationTier = (typeof stationTiers)[number]

export const stationKinds = ['standard', 'specialized', 'basic'] as const
export type StationKind = (typeof stationKinds)[number]

/** The four services of a station. */
export const stationServices = ['publicWelfare', 'convenience', 'ecommerce', 'trainingExperience'] as const
export type StationService = (typeof stationServices)[number]
