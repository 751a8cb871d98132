interface InstallPrompt extends Event {
  prompt(): Promise<void>
}

let offered: InstallPrompt | undefined

/** Remembers the browser's offer to install, and keeps the app's files for work without a network. */
export function prepareInstall(): void {
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault()
    offered = event as InstallPrompt
  })
  navigator.serviceWorker?.register('/workbench/sw.js').catch(() => {
    // Without it the app only needs a network.
  })
}

/** Can the browser put the app on the home screen now? */
export const installable = (): boolean => offered !== undefined

/** Asks the browser to put the app on the home screen. */
export async function install(): Promise<void> {
  await offered?.prompt()
  offered = undefined
}
