const hindrances: Record<string, (variable: string) => string> = {
  EADDRINUSE: (variable) => `is taken; choose another with ${variable}=…`,
  EACCES: (variable) => `is kept for root; choose one from 1024 up with ${variable}=…`,
  EADDRNOTAVAIL: () => 'cannot be had: this machine has no such address; choose another with HOST=…',
}

/** Listens, or says which variable moves the port somewhere else. */
export async function listening<T>(listen: () => Promise<T>, variable: string, port: number, host: string): Promise<T> {
  try {
    return await listen()
  } catch (error) {
    const hindrance = hindrances[(error as NodeJS.ErrnoException).code ?? '']
    if (!hindrance) throw error
    throw new Error(`port ${port} on ${host} ${hindrance(variable)}`)
  }
}
