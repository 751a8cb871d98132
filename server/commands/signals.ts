/** Resolves when this process is asked to stop: Ctrl-C, a signal, or the end of the process that started it. */
export function whenTold(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
    process.once('disconnect', resolve)
  })
}
