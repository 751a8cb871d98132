import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'vitest'
import { hasWords } from '../../../web/words/words.ts'
import { finalStates, mayStep, orderStates, orderSteps, type Step, type StepName, stepsFrom } from './steps.ts'

const names = Object.keys(orderSteps) as StepName[]

test('an order never goes backwards', () => {
  const rank = (state: string) =>
    ['placed', 'paid', 'shipped', 'received', 'completed', 'cancelled', 'refunded'].indexOf(state)
  for (const name of names) {
    const { from, to }: Step = orderSteps[name]
    for (const state of from) ok(to === undefined || rank(to) > rank(state), name)
  }
})

test('nothing moves an order out of its end', () => {
  for (const state of finalStates) {
    for (const name of names) {
      const step: Step = orderSteps[name]
      ok(!step.to || !step.from.includes(state), `${name} from ${state}`)
    }
  }
})

test('the buyer pays and receives, the store and the station send', () => {
  equal(mayStep('pay', 'placed', 'buyer'), 'yes')
  equal(mayStep('pay', 'paid', 'buyer'), 'state')
  equal(mayStep('ship', 'paid', 'station'), 'yes')
  equal(mayStep('ship', 'paid', 'buyer'), 'person')
  deepEqual(stepsFrom('paid', 'store'), ['cancel', 'ship', 'reveal'])
  deepEqual(stepsFrom('paid', 'officer'), [])
})

test('every state and step has its words', () => {
  for (const state of orderStates) ok(hasWords(`orders.state.${state}`), state)
  for (const name of names) ok(hasWords(`orders.step.${name}`), name)
})
