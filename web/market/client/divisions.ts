// Province, city, county, township, village: with script the next select comes as soon as the one above it is chosen.
interface Level {
  name: string
  label: string
}

for (const picker of document.querySelectorAll<HTMLElement>('[data-children-from]')) {
  const levels = JSON.parse(picker.dataset.later ?? '[]') as Level[]
  const boxes = picker.querySelector('.division-picker-levels')
  if (boxes && levels.length > 0) follow(picker, boxes, levels)
}

function follow(picker: HTMLElement, boxes: Element, levels: readonly Level[]) {
  const { childrenFrom = '', choose = '' } = picker.dataset
  let asked = 0
  picker.addEventListener('change', async ({ target }) => {
    if (!(target instanceof HTMLSelectElement)) return
    const at = levels.findIndex(({ name }) => name === target.name)
    for (const { name } of levels.slice(at + 1)) boxes.querySelector(`select[name=${name}]`)?.parentElement?.remove()
    const next = levels[at + 1]
    // Six digits are a province whose places are not ours to list.
    if (!next || target.value.length !== 12) return
    const mine = ++asked
    const response = await fetch(`${childrenFrom}/${target.value}/children`).catch(() => undefined)
    if (!response?.ok || mine !== asked) return
    const children: { code: string; name: string }[] = await response.json()
    if (children.length > 0) boxes.append(selectFor(next, children, choose))
  })
}

function selectFor({ name, label }: Level, children: { code: string; name: string }[], choose: string): HTMLElement {
  const box = document.createElement('div')
  const words = document.createElement('label')
  const select = document.createElement('select')
  select.id = `division-${name}`
  select.name = name
  select.className = 'input'
  // Places are named in Chinese on an English page too.
  const options = children.map((child) => Object.assign(new Option(child.name, child.code), { lang: 'zh-CN' }))
  select.append(new Option(choose, ''), ...options)
  words.htmlFor = select.id
  words.className = 'small'
  words.textContent = label
  box.append(words, select)
  return box
}
