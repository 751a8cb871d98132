import { Checkbox, Input, Modal } from 'antd'
import { useState } from 'react'
import { dayOf } from '../../../server/kernel/time.ts'
import { api, dataOf } from '../../api/client.ts'
import { useMe } from '../app/me.tsx'
import { useSay } from '../app/settings.tsx'
import { Choose } from '../parts/choose.tsx'
import { DivisionSearch } from '../parts/division-search.tsx'
import { Field } from '../parts/field.tsx'
import { ErrorNote } from '../parts/states.tsx'
import { useSending } from '../parts/use-sending.ts'

const kinds = ['standard', 'specialized', 'basic'] as const
const services = ['publicWelfare', 'convenience', 'ecommerce', 'trainingExperience'] as const

/** Opens a station where one officer's duty reaches; the level of the place says which kind of station it is. */
export function OpenDialog({ onClose, onDone }: { onClose(): void; onDone(name: string): void }) {
  const say = useSay()
  const me = useMe()
  const [draft, setDraft] = useState({
    divisionCode: undefined as string | undefined,
    name: '',
    kind: 'standard' as (typeof kinds)[number],
    address: '',
    phone: '',
    services: [...services] as (typeof services)[number][],
    pickup: true,
    openedOn: dayOf(new Date()),
  })
  const { sending, error, send } = useSending()
  const { divisionCode } = draft
  const ready = divisionCode && draft.name.trim() && draft.address.trim() && draft.phone.trim()
  const text =
    (key: 'name' | 'address' | 'phone' | 'openedOn', type = 'text') =>
    (tied: { id: string }) => (
      <Input
        {...tied}
        type={type}
        maxLength={120}
        value={draft[key]}
        onChange={({ target }) => setDraft({ ...draft, [key]: target.value })}
      />
    )
  return (
    <Modal
      open
      title={say('office.open_station')}
      okText={say('office.open_station')}
      cancelText={say('office.cancel')}
      okButtonProps={{ disabled: !ready, title: ready ? undefined : say('office.fill_all') }}
      confirmLoading={sending}
      onCancel={onClose}
      onOk={() =>
        void send(async () => {
          if (!divisionCode) return
          const station = await dataOf(api.POST('/api/stations', { body: { ...draft, divisionCode } }))
          onDone(station.name)
        })
      }
    >
      <div className="stack">
        {error && <ErrorNote error={error} keptWords={say('office.kept_input')} />}
        <Field words={say('office.where')}>
          {(tied) => (
            <DivisionSearch
              {...tied}
              within={me.home.code}
              value={divisionCode}
              onPick={(code) => setDraft({ ...draft, divisionCode: code })}
            />
          )}
        </Field>
        <Field words={say('office.station_name')}>{text('name')}</Field>
        <Field words={say('office.kind')}>
          {(tied) => (
            <Choose
              {...tied}
              value={draft.kind}
              options={kinds.map((value) => ({ value, words: say(`stations.kind.${value}`) }))}
              onPick={(kind) => setDraft({ ...draft, kind })}
            />
          )}
        </Field>
        <Field words={say('office.address')}>{text('address')}</Field>
        <Field words={say('office.phone')} hint={say('office.public_phone')}>
          {text('phone', 'tel')}
        </Field>
        <fieldset>
          <legend>{say('office.services')}</legend>
          <Checkbox.Group
            value={draft.services}
            options={services.map((value) => ({ value, label: say(`stations.service.${value}`) }))}
            onChange={(chosen) => setDraft({ ...draft, services: chosen })}
          />
        </fieldset>
        <Checkbox checked={draft.pickup} onChange={({ target }) => setDraft({ ...draft, pickup: target.checked })}>
          {say('office.pickup')}
        </Checkbox>
        <Field words={say('office.opened_on')}>{text('openedOn', 'date')}</Field>
      </div>
    </Modal>
  )
}
