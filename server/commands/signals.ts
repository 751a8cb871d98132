/** Resolves when this process is asked to stop: Ctrl-C, a signal, or the end of the process that started it. */
export async function whenTold(): Promise<void> {
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
    process.once('disconnect', resolve)
  })
  // Listening for the end of our parent keeps us alive; from now on it must not.
  process.channel?.unref()
}
