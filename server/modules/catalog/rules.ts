export const returnPolicies = ['sevenDay', 'perishableExempt', 'confirmedExempt'] as const
export type ReturnPolicy = (typeof returnPolicies)[number]

/** How much a return rule does for the buyer. A product may do more than its category asks, never less. */
const good: Record<ReturnPolicy, number> = { perishableExempt: 0, confirmedExempt: 1, sevenDay: 2 }
export const isWorseForBuyers = (policy: ReturnPolicy, than: ReturnPolicy) => good[policy] < good[than]

export const productStates = ['draft', 'awaitingStore', 'published', 'withdrawn'] as const
export type ProductState = (typeof productStates)[number]

/** The whole life of a product: what may be done, and from which states. */
export const productSteps = {
  publish: ['draft', 'awaitingStore', 'withdrawn'],
  withdraw: ['published', 'awaitingStore'],
} as const satisfies Record<string, readonly ProductState[]>

export const signatureStates = ['submitted', 'townshipReviewed', 'published', 'returned', 'withdrawn'] as const
export type SignatureState = (typeof signatureStates)[number]

export const certificationTypes = ['pollutionFree', 'green', 'organic', 'geographicIndication'] as const
export type CertificationType = (typeof certificationTypes)[number]

export const verificationStatuses = ['unverified', 'selfDeclared', 'verifiedByRegistry', 'rejected'] as const

/**
 * What a certificate's number looks like and how long it lasts. The form is all that can be checked here; whether the
 * certificate is real, an officer looks up in the register (`verificationStatus`).
 */
export const certificates: Record<CertificationType, { form: RegExp; example: string; years?: number }> = {
  // Enterprise code: GF + county (6) + year (2) + number (4); older product numbers begin with LB.
  green: { form: /^(GF\d{12}|LB-\d{2}-\d{10}(A|AA))$/, example: 'GF320322190012', years: 3 },
  // Organic code of 17 digits, or certifier (3) + OP + year (2) + number (5).
  organic: { form: /^(\d{17}|\d{3}OP\d{7})$/, example: '001OP1200001', years: 1 },
  pollutionFree: { form: /^(WGH|WNCR)-[0-9A-Z-]{4,30}$/, example: 'WGH-JS01-1900001', years: 3 },
  // Registered by the ministry (AGI), announced by the state (年第…号), or a trade mark's number; no end by law.
  geographicIndication: { form: /^(AGI\d{4,10}|\d{4}年第\d{1,4}号(公告)?|\d{5,9})$/, example: 'AGI01234' },
}

/** Days before a certificate's end on which its owner is reminded; nearest first, so that one added late is told once. */
export const remindDays = [7, 30, 90] as const
