import type pg from 'pg'

export interface Statement {
  text: string
  values: unknown[]
}

/** Writes down every statement that goes over the pool's connections; empty the list to begin anew. */
export function listenTo(pool: pg.Pool): Statement[] {
  const said: Statement[] = []
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown
    client.query = ((...args: unknown[]) => {
      const [asked] = args
      if (typeof asked === 'object' && asked !== null && 'text' in asked) said.push(asked as Statement)
      return query(...args)
    }) as typeof client.query
  })
  return said
}
