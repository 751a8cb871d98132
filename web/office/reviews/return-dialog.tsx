import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useSay } from '../app/settings.tsx'
import { Field } from '../parts/field.tsx'
import { ErrorNote } from '../parts/states.tsx'
import { useSending } from '../parts/use-sending.ts'

/** Returning something: whoever gets it back must know what to mend, so a reason is needed. */
export function ReturnDialog({
  name,
  giveBack,
  onClose,
}: {
  name: string
  giveBack(reason: string): Promise<void>
  onClose(): void
}) {
  const say = useSay()
  const [reason, setReason] = useState('')
  const { sending, error, send } = useSending()
  const missing = reason.trim().length < 2
  return (
    <Modal
      open
      title={say('office.return_title', { name })}
      okText={say('office.return')}
      cancelText={say('office.cancel')}
      okButtonProps={{ disabled: missing, title: missing ? say('office.reason_needed') : undefined }}
      confirmLoading={sending}
      onOk={() => void send(() => giveBack(reason.trim()))}
      onCancel={onClose}
    >
      <div className="stack">
        {error && <ErrorNote error={error} keptWords={say('office.kept_input')} />}
        <Field words={say('office.reason')} hint={say('office.reason_needed')}>
          {(tied) => (
            <Input.TextArea
              {...tied}
              autoFocus
              rows={4}
              maxLength={200}
              showCount
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
          )}
        </Field>
      </div>
    </Modal>
  )
}
