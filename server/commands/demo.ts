import type { Command } from './command.ts'

export const demo: Command = {
  summary: 'fill an empty database with the demo world (示例数据)',
  usage: 'yicun demo [--scale small|full] [--seed N]',
  options: {
    scale: { type: 'string', about: 'small (default), or full: every administrative village and 5 million orders' },
    seed: { type: 'string', about: 'another world; the same seed gives the same world (default 1)' },
  },
  async run() {
    return 0
  },
}
