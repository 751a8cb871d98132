import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { Named, Reader } from './named.tsx'

const drawn = (reader: 'zh' | 'en', words: string) =>
  render(
    <Reader.Provider value={reader}>
      <Named words={words} />
    </Reader.Provider>,
  )

test.each([
  ['Pick up at 固城街道（村口）服务站 today', 'Pick up at <span lang="zh-CN">固城街道（村口）服务站</span> today'],
  ['示例路 8 号 3 栋 502', '<span lang="zh-CN">示例路 8 号 3 栋</span> 502'],
  ['蟹', '<span lang="zh-CN">蟹</span>'],
  ['Yangshan peach', 'Yangshan peach'],
])('an English voice is told where Chinese begins and ends: %s', (words, said) => {
  expect(drawn('en', words)).toBe(said)
  expect(drawn('zh', words)).toBe(words)
})
