// Words while typing, in a list that the arrow keys go through. Without script the search works the same. The browser's
// own list would show only words that begin with what was typed: 大闸蟹 would never stand under dzx.
const form = document.querySelector<HTMLFormElement>('form[data-suggest-from]')
const input = form?.querySelector<HTMLInputElement>('input[name=q]')
if (form && input) suggest(form, input)

function suggest(form: HTMLFormElement, input: HTMLInputElement) {
  const list = document.createElement('ul')
  list.id = 'suggested-words'
  list.className = 'suggestions'
  list.role = 'listbox'
  list.ariaLabel = input.placeholder
  list.hidden = true
  form.append(list)
  input.role = 'combobox'
  input.ariaAutoComplete = 'list'
  input.ariaExpanded = 'false'
  input.setAttribute('aria-controls', list.id)

  let at = -1
  const mark = (index: number) => {
    at = index
    for (const [i, option] of [...list.children].entries()) option.ariaSelected = String(i === at)
    const option = list.children[at]
    if (!option) return input.removeAttribute('aria-activedescendant')
    input.setAttribute('aria-activedescendant', option.id)
    option.scrollIntoView({ block: 'nearest' })
  }
  const show = (words: readonly string[]) => {
    list.replaceChildren(...words.map(optionFor))
    list.hidden = words.length === 0
    input.ariaExpanded = String(!list.hidden)
    mark(-1)
  }
  const choose = (word: string) => {
    input.value = word
    show([])
    form.requestSubmit()
  }

  let timer = 0
  input.addEventListener('input', () => {
    window.clearTimeout(timer)
    timer = window.setTimeout(async () => {
      const q = input.value.trim()
      const words = q ? await wordsFor(`${form.dataset.suggestFrom}?q=${encodeURIComponent(q)}`) : []
      // Whoever has typed on, or gone elsewhere, is not asked to look back.
      if (q === input.value.trim() && document.activeElement === input) show(words)
    }, 120)
  })
  input.addEventListener('keydown', (event) => {
    if (list.hidden || event.isComposing) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const count = list.children.length
    // Before the first and after the last stands what was typed.
    if (step) mark(((at + 1 + step + count + 1) % (count + 1)) - 1)
    else if (event.key === 'Enter' && at >= 0) choose(list.children[at]?.textContent ?? '')
    else if (event.key === 'Escape') show([])
    else return
    event.preventDefault()
  })
  input.addEventListener('blur', () => show([]))
  // The field keeps the focus while a word is pressed.
  list.addEventListener('mousedown', (event) => event.preventDefault())
  list.addEventListener('click', ({ target }) => {
    if (target instanceof HTMLLIElement) choose(target.textContent ?? '')
  })
}

function optionFor(word: string, index: number): HTMLLIElement {
  const option = document.createElement('li')
  option.id = `suggested-word-${index}`
  option.role = 'option'
  option.lang = /\p{Script=Han}/u.test(word) ? 'zh-CN' : 'en'
  option.textContent = word
  return option
}

async function wordsFor(url: string): Promise<string[]> {
  const response = await fetch(url).catch(() => undefined)
  return response?.ok ? await response.json() : []
}
