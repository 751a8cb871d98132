import { Modal } from 'antd'
import { useState } from 'react'
import { api, dataOf } from '../../api/client.ts'
import { useMe } from '../app/me.tsx'
import { useSay } from '../app/settings.tsx'
import { ErrorNote } from '../parts/states.tsx'
import { useSending } from '../parts/use-sending.ts'
import type { Duty } from './duty.ts'
import { DutyFields, type Wanted } from './duty-fields.tsx'

/** Entrusts a person who is here already with one more duty. */
export function GiveDialog({ to, onClose, onDone }: { to: Duty; onClose(): void; onDone(): void }) {
  const say = useSay()
  const me = useMe()
  const [wanted, setWanted] = useState<Wanted>({ role: 'officer', divisionCode: me.home.code })
  const { sending, error, send } = useSending()
  return (
    <Modal
      open
      title={say('office.give_title', { name: to.name })}
      okText={say('office.give')}
      cancelText={say('office.cancel')}
      confirmLoading={sending}
      onCancel={onClose}
      onOk={() =>
        void send(async () => {
          await dataOf(api.POST('/api/duties', { body: { accountId: to.accountId, ...wanted } }))
          onDone()
        })
      }
    >
      <div className="stack">
        {error && <ErrorNote error={error} keptWords={say('office.kept_input')} />}
        <DutyFields wanted={wanted} onChange={setWanted} />
      </div>
    </Modal>
  )
}
