import { Input } from 'antd'
import { useState } from 'react'
import { api, dataOf } from '../../api/client.ts'
import { useSay } from '../app/settings.tsx'
import { Choose } from '../parts/choose.tsx'
import { Field } from '../parts/field.tsx'
import { FormDialog } from '../parts/form-dialog.tsx'
import { Loading, Nothing } from '../parts/states.tsx'
import { useAnswer } from '../parts/use-answer.ts'
import { useSending } from '../parts/use-sending.ts'
import type { RegisterProps } from './register-button.tsx'

/** Asks for the store of a merchant whom the county has verified. */
export function AskDialog({ villageCode, onClose, onDone }: RegisterProps) {
  const say = useSay()
  const [draft, setDraft] = useState({ merchantId: undefined as string | undefined, name: '', intro: '' })
  const { sending, error: refused, send } = useSending()
  const verified = useAnswer(`verified ${villageCode}`, (signal) =>
    dataOf(
      api.GET('/api/merchants', {
        params: { query: { division: villageCode, state: 'verified', limit: 100 } },
        signal,
      }),
    ),
  )
  const error = refused ?? verified.error
  const merchants = verified.data?.items ?? []
  const merchantId = draft.merchantId ?? (merchants.length === 1 ? merchants[0]?.id : undefined)
  const ready = merchantId && draft.name.trim() !== ''
  function ask(): void {
    if (!merchantId) return
    void send(async () => {
      const body = { merchantId, name: draft.name.trim(), intro: draft.intro.trim() }
      await dataOf(api.POST('/api/stores', { body }))
      onDone(body.name)
    })
  }
  return (
    <FormDialog
      title={say('office.ask_store')}
      okText={say('office.submit')}
      missing={ready ? undefined : say('office.ask_needs')}
      sending={sending}
      error={error}
      onClose={onClose}
      onSend={ask}
    >
      {!verified.data && !verified.error && <Loading rows={3} />}
      {verified.data && merchants.length === 0 && (
        <Nothing title={say('office.no_verified')}>{say('office.no_verified_do')}</Nothing>
      )}
      {merchants.length > 0 && (
        <>
          <Field words={say('office.merchant')}>
            {(tied) => (
              <Choose
                {...tied}
                value={merchantId}
                prompt={say('ui.choose')}
                options={merchants.map(({ id, name }) => ({ value: id, words: name }))}
                onPick={(id) => setDraft({ ...draft, merchantId: id })}
              />
            )}
          </Field>
          <Field words={say('office.store_name')}>
            {(tied) => (
              <Input
                {...tied}
                maxLength={40}
                value={draft.name}
                onChange={({ target }) => setDraft({ ...draft, name: target.value })}
              />
            )}
          </Field>
          <Field words={say('office.intro')}>
            {(tied) => (
              <Input.TextArea
                {...tied}
                rows={3}
                maxLength={2000}
                value={draft.intro}
                onChange={({ target }) => setDraft({ ...draft, intro: target.value })}
              />
            )}
          </Field>
        </>
      )}
    </FormDialog>
  )
}
