import { App, Button } from 'antd'
import { type ComponentType, useState } from 'react'
import { useMe } from '../app/me.tsx'
import { useSay } from '../app/settings.tsx'
import { villageOf } from './village.ts'

export interface RegisterProps {
  villageCode: string
  onClose(): void
  onDone(name: string): void
}

/** What a village's officer presses to register something; others have nothing to register. */
export function RegisterButton({
  words,
  dialog: Dialog,
  onDone,
}: {
  words: string
  dialog: ComponentType<RegisterProps>
  onDone(): void
}) {
  const say = useSay()
  const villageCode = villageOf(useMe())
  const { message } = App.useApp()
  const [open, setOpen] = useState(false)
  if (!villageCode) return null
  return (
    <>
      <Button size="small" type="primary" onClick={() => setOpen(true)}>
        {words}
      </Button>
      {open && (
        <Dialog
          villageCode={villageCode}
          onClose={() => setOpen(false)}
          onDone={(name) => {
            setOpen(false)
            message.success(say('office.submitted', { name }))
            onDone()
          }}
        />
      )}
    </>
  )
}
