// Words while typing, in a plain list that the keyboard and a screen reader know. Without script the search works the same.
const form = document.querySelector<HTMLFormElement>('form[data-suggest-from]')
const input = form?.querySelector<HTMLInputElement>('input[name=q]')

if (form && input) {
  const list = document.createElement('datalist')
  list.id = 'suggested-words'
  form.append(list)
  input.setAttribute('list', list.id)
  let asked = ''
  let timer = 0
  input.addEventListener('input', () => {
    window.clearTimeout(timer)
    timer = window.setTimeout(async () => {
      const q = input.value.trim()
      if (!q || q === asked) return
      asked = q
      const response = await fetch(`${form.dataset.suggestFrom}?q=${encodeURIComponent(q)}`)
      if (!response.ok || q !== input.value.trim()) return
      const words: (string | { word: string })[] = await response.json()
      list.replaceChildren(
        ...words.map((word) => {
          const option = document.createElement('option')
          option.value = typeof word === 'string' ? word : word.word
          return option
        }),
      )
    }, 120)
  })
}
