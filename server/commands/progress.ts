/** Says on stderr how far a long step is: a count with the time left, redrawn in place on a terminal. */
export function progress(what: string) {
  const begun = Date.now()
  let said = 0
  const terminal = process.stderr.isTTY
  const write = (text: string, end = false) => {
    if (terminal) process.stderr.write(`\r\x1b[K${text}${end ? '\n' : ''}`)
    else process.stderr.write(`${text}\n`)
  }
  return {
    at(done: number, total: number) {
      const now = Date.now()
      if (now - said < (terminal ? 100 : 2000)) return
      said = now
      const left = done > 0 ? Math.ceil((((now - begun) / done) * (total - done)) / 1000) : undefined
      const width = Math.round((20 * done) / Math.max(total, 1))
      write(
        `${what} [${'#'.repeat(width)}${'.'.repeat(20 - width)}] ${done.toLocaleString('en')}/${total.toLocaleString('en')}${left === undefined ? '' : `, ${left} s left`}`,
      )
    },
    done() {
      write(`${what}: done in ${((Date.now() - begun) / 1000).toFixed(1)} s`, true)
    },
  }
}
