import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type ConsoleMessage, chromium, type Page } from 'playwright-core'

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const places = [
  process.env.CHROME_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** Starts the Chromium that comes with the packages, or where it cannot run the one of this machine. */
export async function launchBrowser(): Promise<Browser> {
  // A browser without windows does the same in a third of the time.
  if (!process.env.CHROME_PATH && process.platform === 'linux') {
    const packaged = await launchPackaged().catch(() => undefined)
    if (packaged) return packaged
  }
  return launchInstalled()
}

/** Starts the Chromium of this machine. */
export async function launchInstalled(): Promise<Browser> {
  const executablePath = places.find((place) => place && existsSync(place))
  return executablePath ? chromium.launch({ executablePath, args: flags }) : launchPackaged()
}

/** Starts the Chromium that comes with the packages, for machines that have none. */
export async function launchPackaged(): Promise<Browser> {
  // The package unpacks its libraries only where it believes itself in a cloud function, it takes any file left
  // over in the temporary folder for its own, and it reads both from the environment: so set the scene, then restore it.
  const folder = await mkdtemp(join(tmpdir(), 'yicun-chromium-'))
  const before = { ...process.env }
  Object.assign(process.env, { TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' })
  try {
    const { default: packaged } = await import('@sparticuz/chromium')
    const executablePath = await packaged.executablePath()
    const libraries = [join(folder, 'al2023', 'lib'), before.LD_LIBRARY_PATH].filter(Boolean).join(':')
    const env = { ...before, LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: await writeFontList(folder) }
    const browser = await chromium.launch({ executablePath, args: [...flags, '--headless=shell'], env })
    browser.once('disconnected', () => rm(folder, { recursive: true, force: true }))
    return browser
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name]
    Object.assign(process.env, before)
  }
}

/** The packaged fonts know no Chinese, and their list names a fixed folder: write our own beside them. */
async function writeFontList(folder: string): Promise<string> {
  const font = createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc')
  const folders = [join(folder, 'fonts'), join(dirname(font), '400Regular'), join(dirname(font), '700Bold')]
  const list = join(folder, 'fonts.conf')
  const dirs = [...folders, '/usr/share/fonts'].map((place) => `<dir>${place}</dir>`).join('')
  await writeFile(list, `<?xml version="1.0"?><fontconfig>${dirs}<cachedir>${folder}/cache</cachedir></fontconfig>`)
  return list
}

/** Collects what a page complains about from now on; what is `excused` is no fault of the page. */
export function complaintsOf(page: Page, excused: (message: ConsoleMessage) => boolean): string[] {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' && !excused(message)) complaints.push(`${message.text()} ${message.location().url}`)
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('crash', () => complaints.push(`the page crashed: ${page.url()}`))
  return complaints
}

/** A request that the network or the server refused: an answer, not a fault of the page that asked. */
export const isRefusal = (message: ConsoleMessage) => message.text().startsWith('Failed to load resource')

/** What axe finds wrong on a page, however small; or only what breaks a rule with one of these tags, or so badly. */
export async function violationsOn(page: Page, only?: { tags: string[]; impacts?: string[] }): Promise<string[]> {
  await page.evaluate(untilStill)
  // What is right is not told at length, and no second page is opened to put frames together that we do not have.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
  const { violations } = await (only ? axe.withTags(only.tags) : axe).analyze()
  return violations
    .filter(({ impact }) => !only?.impacts || only.impacts.includes(impact ?? ''))
    .flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary?.split('\n')[1] ?? ''}`),
    )
}

/** Runs in the page: waits until what comes or goes has done so, since half faded in it has not its colours yet. */
async function untilStill(): Promise<void> {
  const moves = ({ playState, effect }: Animation) =>
    playState === 'running' && Number.isFinite(effect?.getComputedTiming().iterations)
  // What begins to appear is drawn some frames before it moves.
  for (let still = 0; still < 6; still++) {
    await new Promise(requestAnimationFrame)
    if (document.getAnimations().some(moves)) still = 0
  }
}
