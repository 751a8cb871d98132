import { Modal } from 'antd'
import { useState } from 'react'
import { api, dataOf } from '../../api/client.ts'
import { useSay } from '../app/settings.tsx'
import { ErrorNote } from '../parts/states.tsx'
import { useSending } from '../parts/use-sending.ts'
import type { Duty } from './duty.ts'
import { InvitationLink } from './invitation-link.tsx'

/** A lost phone or a forgotten password: the old way in ends at once, and a link leads to a new one. */
export function ResetDialog({ of, onClose }: { of: Duty; onClose(): void }) {
  const say = useSay()
  const [path, setPath] = useState<string>()
  const { sending, error, send } = useSending()
  function reset(): void {
    void send(async () => {
      const made = await dataOf(api.POST('/api/duties/{id}/reset-access', { params: { path: { id: of.id } } }))
      setPath(made.path)
    })
  }
  return (
    <Modal
      open
      title={say('office.reset_of', { name: of.name })}
      okText={say(path ? 'office.close' : 'office.reset')}
      cancelText={say('office.cancel')}
      cancelButtonProps={path ? { hidden: true } : {}}
      okButtonProps={{ danger: !path }}
      confirmLoading={sending}
      onCancel={onClose}
      onOk={path ? onClose : reset}
    >
      {path ? (
        <InvitationLink path={path} />
      ) : (
        <div className="stack">
          {error && <ErrorNote error={error} />}
          <p>{say('office.reset_means')}</p>
        </div>
      )}
    </Modal>
  )
}
