import { Modal, Radio } from 'antd'
import { useState } from 'react'
import { api, dataOf } from '../../api/client.ts'
import { useSay } from '../app/settings.tsx'
import { Choose } from '../parts/choose.tsx'
import { Field } from '../parts/field.tsx'
import { PlaceName } from '../parts/place-name.tsx'
import { ErrorNote } from '../parts/states.tsx'
import { useSending } from '../parts/use-sending.ts'
import type { Duty } from './duty.ts'
import { InvitationLink } from './invitation-link.tsx'
import { InviteeField } from './invitee-field.tsx'

interface HandOverProps {
  from: Duty
  people: readonly Duty[]
  onClose(): void
  onDone(to: string): void
  onInvited(): void
}

/** When somebody leaves: the whole office goes to a colleague at once, or waits for whoever is to come. */
export function HandOverDialog({ from, people, onClose, onDone, onInvited }: HandOverProps) {
  const say = useSay()
  const colleagues = [
    ...new Map(people.filter((duty) => duty.accountId !== from.accountId).map((duty) => [duty.accountId, duty.name])),
  ]
  const [toNewcomer, setToNewcomer] = useState(colleagues.length === 0)
  const [to, setTo] = useState<string>()
  const [username, setUsername] = useState('')
  const [path, setPath] = useState<string>()
  const { sending, error, send } = useSending()
  function handOver(): void {
    void send(async () => {
      const body = toNewcomer ? { username } : { toAccountId: to ?? '' }
      const done = await dataOf(api.POST('/api/duties/{id}/hand-over', { params: { path: { id: from.id } }, body }))
      if (done.invitation) {
        setPath(done.invitation.path)
        onInvited()
      } else onDone(colleagues.find(([id]) => id === to)?.[1] ?? '')
    })
  }
  return (
    <Modal
      open
      title={say('office.hand_over_title', { name: from.name })}
      okText={say(path ? 'office.close' : 'office.hand_over')}
      cancelText={say('office.cancel')}
      cancelButtonProps={path ? { hidden: true } : {}}
      okButtonProps={{ disabled: !path && (toNewcomer ? username === '' : !to) }}
      confirmLoading={sending}
      onCancel={onClose}
      onOk={path ? onClose : handOver}
    >
      {path ? (
        <InvitationLink path={path} />
      ) : (
        <div className="stack">
          {error && <ErrorNote error={error} keptWords={say('office.kept_input')} />}
          <p>
            {say('office.hand_over_means')} {from.divisionCode && <PlaceName plain code={from.divisionCode} />}
          </p>
          <Radio.Group
            value={toNewcomer}
            aria-label={say('office.hand_over_to')}
            options={[
              { value: false, label: say('office.to_colleague'), disabled: colleagues.length === 0 },
              { value: true, label: say('office.to_newcomer') },
            ]}
            onChange={({ target }) => setToNewcomer(target.value === true)}
          />
          {toNewcomer ? (
            <InviteeField byPhone={false} value={username} onChange={setUsername} />
          ) : (
            <Field words={say('office.colleague')}>
              {(tied) => (
                <Choose
                  {...tied}
                  value={to}
                  prompt={say('ui.choose')}
                  options={colleagues.map(([value, words]) => ({ value, words }))}
                  onPick={setTo}
                />
              )}
            </Field>
          )}
        </div>
      )}
    </Modal>
  )
}
