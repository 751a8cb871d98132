import { Button, Modal } from 'antd'
import { useState } from 'react'
import { api, dataOf } from '../../api/client.ts'
import { useSay } from '../app/settings.tsx'
import { InvitationLink } from '../duties/invitation-link.tsx'
import { ErrorNote } from '../parts/states.tsx'
import { useSending } from '../parts/use-sending.ts'

/** Texts the contact of a verified merchant once more, and shows the link to be handed over in person. */
export function InviteOwner({ id, name, phone }: { id: string; name: string; phone: string }) {
  const say = useSay()
  const [path, setPath] = useState<string>()
  const [open, setOpen] = useState(false)
  const { sending, error, send } = useSending()
  function invite(): void {
    setOpen(true)
    void send(async () => {
      const params = { path: { id } }
      setPath((await dataOf(api.POST('/api/merchants/{id}/invite-owner', { params }))).path)
    })
  }
  function close(): void {
    setOpen(false)
    setPath(undefined)
  }
  return (
    <>
      <Button
        size="small"
        type="link"
        style={{ padding: 0 }}
        aria-label={say('office.invite_owner_of', { name })}
        loading={sending}
        onClick={invite}
      >
        {say('office.invite_owner')}
      </Button>
      <Modal
        open={open && !sending}
        title={say('office.invite_owner_of', { name })}
        okText={say('office.close')}
        cancelButtonProps={{ hidden: true }}
        onCancel={close}
        onOk={close}
      >
        {error && <ErrorNote error={error} />}
        {path && (
          <>
            <p>{say('office.invited_owner', { phone })}</p>
            <InvitationLink path={path} />
          </>
        )}
      </Modal>
    </>
  )
}
