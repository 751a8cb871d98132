import { Modal } from 'antd'
import type { ReactNode } from 'react'
import type { ApiError } from '../../api/client.ts'
import { useSay } from '../app/settings.tsx'
import { ErrorNote } from './states.tsx'

interface FormDialogProps {
  title: string
  /** What the button that sends says. */
  okText: string
  /** What is missing before it can be sent; nothing when it is ready. */
  missing: string | undefined
  sending: boolean
  error: ApiError | undefined
  onClose(): void
  onSend(): void
  children: ReactNode
}

/** A form in a dialog: a refusal stands above its fields, and what was typed is kept. */
export function FormDialog({ title, okText, missing, sending, error, onClose, onSend, children }: FormDialogProps) {
  const say = useSay()
  return (
    <Modal
      open
      title={title}
      okText={okText}
      cancelText={say('office.cancel')}
      okButtonProps={{ disabled: missing !== undefined, title: missing }}
      confirmLoading={sending}
      onCancel={onClose}
      onOk={onSend}
    >
      <div className="stack">
        {error && <ErrorNote error={error} keptWords={say('office.kept_input')} />}
        {children}
      </div>
    </Modal>
  )
}
