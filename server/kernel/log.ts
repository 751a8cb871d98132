import pino from 'pino'

/**
 * The log of a process: JSON lines on standard output, access lines only on request (LOG=info). Whatever is handed to
 * it, no line holds an address with its query, a body, a header, or the values that a database names in its errors.
 */
export function logTo(stream?: pino.DestinationStream, level = process.env.LOG ?? 'warn'): pino.Logger {
  const options = {
    level,
    base: null,
    serializers: { err: errorWithoutData, req: ({ method }: Asked) => ({ method }) },
  }
  return stream ? pino(options, stream) : pino(options)
}

interface Asked {
  method: string
}

// PostgreSQL repeats the whole row or the key in `detail` and `where`: names, phones, addresses. Of an error only this
// much is kept: enough to find the line of code and the rule that was broken.
const harmless = ['code', 'constraint', 'schema', 'table', 'column', 'statusCode'] as const

function errorWithoutData(error: unknown): object {
  if (!(error instanceof Error)) return { message: 'not an error', type: typeof error }
  const kept = Object.fromEntries(harmless.flatMap((name) => (name in error ? [[name, error[name as never]]] : [])))
  const cause = error.cause instanceof Error ? { cause: errorWithoutData(error.cause) } : {}
  return { type: error.name, ...kept, message: masked(error.message), stack: masked(error.stack ?? ''), ...cause }
}

/** An error of a library may quote what it was given, so numbers as long as a phone's do not pass. */
function masked(text: string): string {
  return text.replace(/\d{11,}/g, (digits) => '*'.repeat(digits.length))
}
