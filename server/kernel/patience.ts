/** How long whoever looks after us waits for the database, in milliseconds. */
const patienceMs = 2000

/**
 * Asks the database how things are, for a balancer or Prometheus: undefined when it fails or has not answered in time. It
 * is asked again only when it has answered, so that a stuck database gathers no queue of such questions.
 */
export function patiently<T>(ask: () => Promise<T>): () => Promise<T | undefined> {
  let asked: Promise<T> | undefined
  return () => {
    asked ??= ask().finally(() => {
      asked = undefined
    })
    return within(asked)
  }
}

function within<T>(promise: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, patienceMs, undefined)
  })
  return Promise.race([promise.catch(() => undefined), late]).finally(() => clearTimeout(timer))
}
