// On a product page the two buttons step the field; in a basket they send the form, and so does a changed number.
for (const quantity of document.querySelectorAll<HTMLElement>('[data-quantity]')) {
  const input = quantity.querySelector('input')
  if (!input) continue
  const buttons = [...quantity.querySelectorAll<HTMLButtonElement>('button[data-step]')]
  const update = () => {
    for (const button of buttons)
      button.disabled =
        Number(button.dataset.step) < 0
          ? Number(input.value) <= Number(input.min)
          : Number(input.value) >= Number(input.max)
  }
  const sends = buttons.some((button) => button.type === 'submit')
  if (sends) {
    input.addEventListener('change', () => input.form?.requestSubmit())
    continue
  }
  for (const button of buttons) {
    button.addEventListener('click', () => {
      if (Number(button.dataset.step) < 0) input.stepDown()
      else input.stepUp()
      update()
    })
  }
  input.addEventListener('input', update)
}
