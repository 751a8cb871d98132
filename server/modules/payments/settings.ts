import { createHmac } from 'node:crypto'
import { type Config, readConfig } from '../../kernel/config.ts'

export interface PaymentSettings {
  /** What the platform and the provider keep of each sale, in basis points: 60 is 0.6 %. */
  feeBasisPoints: number
  /** Play money; a production start turns it off. */
  sandbox: boolean
  /** Signs what we send to the sandbox. */
  ourKey: Buffer
  /** Signs what the sandbox sends to us: a key of its own, as with a real provider. */
  sandboxKey: Buffer
}

let settings: PaymentSettings | undefined

/** Takes the settings from the process's configuration; the web server does so when it starts. */
export function usePayments(config: Config): PaymentSettings {
  settings = {
    feeBasisPoints: basisPoints(process.env.FEE_BASIS_POINTS),
    sandbox: config.sandbox,
    ourKey: keyFor(config.secret, 'payments.sandbox.ours'),
    sandboxKey: keyFor(config.secret, 'payments.sandbox.theirs'),
  }
  return settings
}

/** The settings; a process without a web server (jobs, command line) reads them from its environment. */
export function paymentSettings(): PaymentSettings {
  return settings ?? usePayments(readConfig())
}

function basisPoints(text: string | undefined): number {
  const points = Number(text ?? 60)
  if (!Number.isInteger(points) || points < 0 || points > 10_000) {
    throw new Error('FEE_BASIS_POINTS must be a whole number from 0 to 10000')
  }
  return points
}

function keyFor(secret: string, use: string): Buffer {
  return createHmac('sha256', secret).update(use).digest()
}
