import { type Actor, holdsDuty, requireDuty } from '../../kernel/actor.ts'
import type { Product } from './shapes.ts'

/** Refuses unless the actor keeps this product: its merchant, or the station operator of the village it comes from. */
export function requireKeeper(
  actor: Actor,
  { merchantId, villageCode }: Pick<Product, 'merchantId' | 'villageCode'>,
): void {
  requireDuty(actor, ['merchant_owner', 'station_operator'], { merchantId, divisionCode: villageCode })
}

/** Only the merchant itself decides what is on sale in its name. */
export const ownsProduct = (actor: Actor, { merchantId }: Pick<Product, 'merchantId'>) =>
  holdsDuty(actor, 'merchant_owner', { merchantId })

/** May this person see a product that is not on sale? */
export const maySeeProduct = (actor: Actor, { merchantId, villageCode }: Pick<Product, 'merchantId' | 'villageCode'>) =>
  holdsDuty(actor, ['merchant_owner', 'station_operator', 'officer', 'auditor'], {
    merchantId,
    divisionCode: villageCode,
  })
