import { Input } from 'antd'
import { useState } from 'react'
import { api, dataOf } from '../../api/client.ts'
import { useSay } from '../app/settings.tsx'
import { Choose } from '../parts/choose.tsx'
import { Field } from '../parts/field.tsx'
import { FormDialog } from '../parts/form-dialog.tsx'
import { useSending } from '../parts/use-sending.ts'
import type { RegisterProps } from './register-button.tsx'

const kinds = ['naturalPerson', 'familyFarm', 'cooperative', 'selfEmployed', 'company'] as const

/** Registers who will sell, on their behalf; a person selling own produce declares it, all others give their code. */
export function RegisterDialog({ villageCode, onClose, onDone }: RegisterProps) {
  const say = useSay()
  const [draft, setDraft] = useState({
    kind: 'naturalPerson' as (typeof kinds)[number],
    name: '',
    proof: '',
    contactName: '',
    contactPhone: '',
  })
  const { sending, error, send } = useSending()
  const { kind, name, proof, contactName, contactPhone } = draft
  const person = kind === 'naturalPerson'
  const ready = [name, proof, contactName, contactPhone].every((text) => text.trim() !== '')
  const text =
    (key: 'name' | 'proof' | 'contactName' | 'contactPhone', maxLength = 60, type = 'text') =>
    (tied: { id: string }) => (
      <Input
        {...tied}
        type={type}
        maxLength={maxLength}
        value={draft[key]}
        onChange={({ target }) => setDraft({ ...draft, [key]: target.value })}
      />
    )
  function register(): void {
    void send(async () => {
      const facts = { kind, name: name.trim(), villageCode, contactName: contactName.trim(), contactPhone }
      const proven = person ? { selfProduced: proof.trim() } : { uscc: proof.trim().toUpperCase() }
      await dataOf(api.POST('/api/merchants', { body: { ...facts, ...proven, onBehalf: true } }))
      onDone(facts.name)
    })
  }
  return (
    <FormDialog
      title={say('office.register_merchant')}
      okText={say('office.submit')}
      missing={ready ? undefined : say('office.register_needs')}
      sending={sending}
      error={error}
      onClose={onClose}
      onSend={register}
    >
      <Field words={say('office.merchant_kind')}>
        {(tied) => (
          <Choose
            {...tied}
            value={kind}
            options={kinds.map((value) => ({ value, words: say(`merchants.kind.${value}`) }))}
            onPick={(picked) => setDraft({ ...draft, kind: picked, proof: '' })}
          />
        )}
      </Field>
      <Field words={say('office.merchant_name')}>{text('name')}</Field>
      {person ? (
        <Field words={say('office.declaration')} hint={say('office.declaration_hint')}>
          {text('proof', 200)}
        </Field>
      ) : (
        <Field words={say('office.credit_code')} hint={say('office.credit_code_hint')}>
          {text('proof', 18)}
        </Field>
      )}
      <Field words={say('office.contact')}>{text('contactName', 40)}</Field>
      <Field words={say('office.contact_phone')}>{text('contactPhone', 20, 'tel')}</Field>
    </FormDialog>
  )
}
