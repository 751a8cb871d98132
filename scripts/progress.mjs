// What a person sees while something takes longer than a second. Everything goes to stderr: stdout belongs to results.

const terminal = process.stderr.isTTY
let open = false

/** Prints one line. */
export function say(line) {
  if (open) process.stderr.write('\r\x1b[2K')
  open = false
  process.stderr.write(`${line}\n`)
}

/** Redraws one line on a terminal; elsewhere prints it every ten seconds. */
export function redraw(line, lastPrinted) {
  if (terminal) {
    process.stderr.write(`\r\x1b[2K${line.slice(0, (process.stderr.columns ?? 80) - 1)}`)
    open = true
  } else if (Date.now() - lastPrinted.at >= 10_000) {
    lastPrinted.at = Date.now()
    say(line)
  }
}

/**
 * Runs `work` under a name and says how long it took. `measure` answers how much is done, from 0 to 1;
 * without it only the time is shown.
 */
export async function step(name, work, measure) {
  const begun = Date.now()
  const lastPrinted = { at: begun }
  const timer = setInterval(() => {
    const done = measure?.()
    redraw(`${name}  ${done ? bar(done, begun) : seconds(begun)}`, lastPrinted)
  }, 500)
  try {
    const result = await work()
    say(`${name}  ${seconds(begun)}`)
    return result
  } catch (error) {
    say(`${name}  failed after ${seconds(begun)}`)
    throw error
  } finally {
    clearInterval(timer)
  }
}

function bar(done, begun) {
  const full = Math.min(20, Math.round(done * 20))
  const left = done < 1 ? ((Date.now() - begun) / done) * (1 - done) : 0
  const rest = done > 0.03 ? `, about ${Math.ceil(left / 1000)} s left` : ''
  return `[${'#'.repeat(full)}${'.'.repeat(20 - full)}] ${Math.min(99, Math.floor(done * 100))} %${rest}`
}

function seconds(begun) {
  return `${((Date.now() - begun) / 1000).toFixed(1)} s`
}
