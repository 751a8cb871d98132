import type { Me } from './api.ts'
import { CertificateScreen } from './certificate-screen.tsx'
import { HandOverScreen } from './hand-over-screen.tsx'
import { InvitationScreen } from './invitation-screen.tsx'
import { NoticesScreen } from './notices-screen.tsx'
import { OrderScreen } from './order-screen.tsx'
import { PledgeScreen } from './pledge-screen.tsx'
import { ProductScreen } from './product-screen.tsx'
import { SellScreen } from './sell-screen.tsx'
import { SettingsScreen } from './settings-screen.tsx'
import { ShipScreen } from './ship-screen.tsx'
import { StaffScreen } from './staff-screen.tsx'
import { StatementScreen } from './statement-screen.tsx'
import { TodoScreen } from './todo-screen.tsx'

/** Somebody who has signed in. */
export type Person = Me & { account: NonNullable<Me['account']> }

/** The screen that an address names: `order/…/…`; anything unknown is the list of what to do. */
export function drawScreen(me: Person, address: string, refresh: () => void) {
  const [name = '', first = '', second = ''] = address.split('/').map(decodeURIComponent)
  // The key makes each address a screen of its own: nothing typed for one order shows on the next.
  const screens: Record<string, () => preact.JSX.Element> = {
    order: () => <OrderScreen key={address} storeId={first} orderId={second} />,
    ship: () => <ShipScreen key={address} storeId={first} orderId={second} />,
    product: () => <ProductScreen key={address} productId={first} />,
    'hand-over': () => <HandOverScreen key={address} stationId={first} shipmentId={second} />,
    sell: () => <SellScreen me={me} />,
    pledge: () => <PledgeScreen key={address} me={me} lotId={first} />,
    certificate: () => <CertificateScreen key={address} gtin={first} lotNumber={second} />,
    money: () => <StatementScreen me={me} />,
    notices: () => <NoticesScreen />,
    staff: () => <StaffScreen me={me} />,
    invitation: () => <InvitationScreen key={address} token={first} accepted={refresh} />,
    settings: () => <SettingsScreen me={me} signedOut={refresh} />,
  }
  return (screens[name] ?? (() => <TodoScreen me={me} />))()
}
