// A choice that has its own price opens the page again by itself; one made by keys waits for the button, since arrows pass
// by choices that nobody wants.
let byKeys = false
document.addEventListener('keydown', () => {
  byKeys = true
})
document.addEventListener('pointerdown', () => {
  byKeys = false
})
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-sends-itself]'))
  form.addEventListener('change', () => byKeys || form.requestSubmit())

// An order is sent once, however often the button is pressed; coming back by the back button, it can be pressed again.
document.addEventListener('submit', ({ target }) => {
  if (!(target instanceof HTMLFormElement) || target.method !== 'post') return
  // After this very event, or the button's own name and value would not be sent.
  setTimeout(() => {
    for (const element of target.elements)
      if (element instanceof HTMLButtonElement && element.matches('.button-main')) element.disabled = true
  })
})
window.addEventListener('pageshow', ({ persisted }) => {
  if (persisted) location.reload()
})
