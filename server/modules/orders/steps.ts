// Used by the server and by every face: the reason a button is disabled comes from the same table as the refusal.

/** The states of an order. `cancelled`, `completed` and `refunded` are its ends. */
export const orderStates = ['placed', 'paid', 'shipped', 'received', 'completed', 'cancelled', 'refunded'] as const
export type OrderState = (typeof orderStates)[number]

/** As whom somebody stands before an order: who bought it, the store's people, the village's station operator, an officer, or the clock. */
export type Stance = 'buyer' | 'store' | 'station' | 'officer' | 'clock'

export interface Step {
  from: readonly OrderState[]
  to?: OrderState
  by: readonly Stance[]
}

/** The whole life of an order: what may be done, from which states, where it leads, and by whom. */
export const orderSteps = {
  pay: { from: ['placed'], to: 'paid', by: ['buyer'] },
  expire: { from: ['placed'], to: 'cancelled', by: ['clock'] },
  cancel: { from: ['placed', 'paid'], to: 'cancelled', by: ['buyer', 'store'] },
  ship: { from: ['paid'], to: 'shipped', by: ['store', 'station'] },
  receive: { from: ['shipped'], to: 'received', by: ['buyer', 'clock'] },
  complete: { from: ['received'], to: 'completed', by: ['clock'] },
  openAfterSale: { from: ['shipped', 'received', 'completed'], by: ['buyer'] },
  reveal: { from: ['paid', 'shipped', 'received', 'completed'], by: ['store', 'station'] },
} as const satisfies Record<string, Step>
export type StepName = keyof typeof orderSteps

/** May this step be taken from here by this person? `state` and `person` say what stands in the way. */
export function mayStep(name: StepName, state: OrderState, as: Stance): 'yes' | 'state' | 'person' {
  const step: Step = orderSteps[name]
  if (!step.by.includes(as)) return 'person'
  return step.from.includes(state) ? 'yes' : 'state'
}

/** The steps somebody can take from a state: the buttons that are enabled. */
export function stepsFrom(state: OrderState, as: Stance): StepName[] {
  return (Object.keys(orderSteps) as StepName[]).filter((name) => mayStep(name, state, as) === 'yes')
}

export const finalStates = ['completed', 'cancelled', 'refunded'] as const satisfies readonly OrderState[]
