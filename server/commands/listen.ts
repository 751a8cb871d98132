/** Listens, or says which variable moves the port somewhere else. */
export async function listening<T>(listen: () => Promise<T>, variable: string, port: number, host: string): Promise<T> {
  try {
    return await listen()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    throw new Error(`port ${port} on ${host} is taken; choose another with ${variable}=…`)
  }
}
