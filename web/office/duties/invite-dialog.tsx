import { Modal } from 'antd'
import { useState } from 'react'
import { api, dataOf } from '../../api/client.ts'
import { useMe } from '../app/me.tsx'
import { useSay } from '../app/settings.tsx'
import { ErrorNote } from '../parts/states.tsx'
import { useSending } from '../parts/use-sending.ts'
import { DutyFields, type Wanted } from './duty-fields.tsx'
import { InvitationLink } from './invitation-link.tsx'
import { InviteeField } from './invitee-field.tsx'

/** Invites somebody who has no account yet; the link is shown once, to be copied. */
export function InviteDialog({ onClose, onDone }: { onClose(): void; onDone(): void }) {
  const say = useSay()
  const me = useMe()
  const [wanted, setWanted] = useState<Wanted>({ role: 'officer', divisionCode: me.home.code })
  const [invitee, setInvitee] = useState('')
  const [path, setPath] = useState<string>()
  const { sending, error, send } = useSending()
  const byPhone = wanted.role === 'station_operator'
  function invite(): void {
    void send(async () => {
      const who = byPhone ? { phone: invitee } : { username: invitee }
      const invited = await dataOf(api.POST('/api/invitations', { body: { ...who, ...wanted } }))
      setPath(invited.path)
      onDone()
    })
  }
  return (
    <Modal
      open
      title={say('office.invite_title')}
      okText={say(path ? 'office.close' : 'office.make_invitation')}
      cancelText={say('office.cancel')}
      cancelButtonProps={path ? { hidden: true } : {}}
      okButtonProps={{ disabled: !path && invitee === '' }}
      confirmLoading={sending}
      onCancel={onClose}
      onOk={path ? onClose : invite}
    >
      {path ? (
        <InvitationLink path={path} />
      ) : (
        <div className="stack">
          {error && <ErrorNote error={error} keptWords={say('office.kept_input')} />}
          <DutyFields wanted={wanted} onChange={setWanted} />
          <InviteeField byPhone={byPhone} value={invitee} onChange={setInvitee} />
        </div>
      )}
    </Modal>
  )
}
