/**
 * The architecture in one list: which room may call which, lowest first. A room calls only rooms above it in this
 * list, and only those it names, through their door (index.ts). What rises, rises as an event.
 * architecture.test.ts (imports) and schema.test.ts (foreign keys) hold the code to it.
 */
export const modules = {
  // ground
  divisions: [],
  accounts: ['divisions'],
  notices: ['divisions', 'accounts'],
  // places
  merchants: ['divisions', 'accounts', 'notices'],
  stations: ['divisions', 'accounts'],
  // product
  catalog: ['divisions', 'accounts', 'notices', 'merchants'],
  traceability: ['divisions', 'merchants', 'catalog'],
  inventory: ['catalog', 'traceability'],
  // store
  stores: ['divisions', 'accounts', 'notices', 'merchants', 'catalog', 'traceability', 'inventory'],
  payments: ['merchants', 'stores'],
  logistics: ['divisions', 'stations', 'stores'],
  orders: [
    'divisions',
    'accounts',
    'notices',
    'merchants',
    'stations',
    'catalog',
    'traceability',
    'inventory',
    'stores',
    'payments',
    'logistics',
  ],
  // to stand here later: preorders, contracts, tourism, channels
  // people, to stand here later: training, assistance, finance
  // programme; to stand before monitoring later: recognition, funding
  monitoring: ['divisions', 'accounts', 'stations', 'catalog', 'stores', 'orders'],
} as const satisfies Record<string, readonly string[]>

export type Room = keyof typeof modules

/** Room names, lowest first. */
export const roomOrder = Object.keys(modules) as Room[]
