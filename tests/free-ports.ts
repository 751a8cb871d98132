import { once } from 'node:events'
import { createServer } from 'node:net'

/** Ports of loopback that nobody uses at the moment, all different. */
export async function freePorts(count: number): Promise<number[]> {
  // All are held before one is let go, or the same one could come twice.
  const probes = await Promise.all(
    Array.from({ length: count }, async () => {
      const probe = createServer().listen(0, '127.0.0.1')
      await once(probe, 'listening')
      return probe
    }),
  )
  return Promise.all(
    probes.map(async (probe) => {
      const address = probe.address()
      await new Promise((resolve) => probe.close(resolve))
      if (!address || typeof address === 'string') throw new Error('no port')
      return address.port
    }),
  )
}

/** One such port. */
export async function freePort(): Promise<number> {
  const [port] = await freePorts(1)
  return port as number
}
