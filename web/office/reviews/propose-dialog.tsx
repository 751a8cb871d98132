import { Input } from 'antd'
import { useState } from 'react'
import { api, dataOf } from '../../api/client.ts'
import { useSettings } from '../app/settings.tsx'
import { Choose } from '../parts/choose.tsx'
import { Field } from '../parts/field.tsx'
import { FormDialog } from '../parts/form-dialog.tsx'
import { useAnswer } from '../parts/use-answer.ts'
import { useSending } from '../parts/use-sending.ts'
import type { RegisterProps } from './register-button.tsx'

/** The village names the one product it wants to be known for. */
export function ProposeDialog({ villageCode, onClose, onDone }: RegisterProps) {
  const { say, language } = useSettings()
  const [draft, setDraft] = useState({ name: '', categoryCode: undefined as string | undefined, story: '' })
  const { sending, error, send } = useSending()
  const { data: categories = [] } = useAnswer('categories', (signal) => dataOf(api.GET('/api/categories', { signal })))
  const parents = new Set(categories.map(({ parentCode }) => parentCode))
  const options = categories
    .filter(({ code }) => !parents.has(code))
    .map(({ code, name, nameEn }) => ({ value: code, words: language === 'zh' ? name : nameEn }))
  const { name, categoryCode, story } = draft
  const ready = name.trim() !== '' && categoryCode
  function propose(): void {
    if (!categoryCode) return
    void send(async () => {
      const body = { villageCode, categoryCode, name: name.trim(), ...(story.trim() && { story: story.trim() }) }
      await dataOf(api.POST('/api/signature-products', { body }))
      onDone(body.name)
    })
  }
  return (
    <FormDialog
      title={say('office.propose')}
      okText={say('office.submit')}
      missing={ready ? undefined : say('office.propose_needs')}
      sending={sending}
      error={error}
      onClose={onClose}
      onSend={propose}
    >
      <Field words={say('office.product_name')} hint={say('office.product_name_hint')}>
        {(tied) => (
          <Input
            {...tied}
            maxLength={40}
            value={name}
            onChange={({ target }) => setDraft({ ...draft, name: target.value })}
          />
        )}
      </Field>
      <Field words={say('office.category')}>
        {(tied) => (
          <Choose
            {...tied}
            value={categoryCode}
            prompt={say('ui.choose')}
            options={options}
            onPick={(code) => setDraft({ ...draft, categoryCode: code })}
          />
        )}
      </Field>
      <Field words={say('office.story')} hint={say('office.story_hint')}>
        {(tied) => (
          <Input.TextArea
            {...tied}
            rows={4}
            maxLength={2000}
            value={story}
            onChange={({ target }) => setDraft({ ...draft, story: target.value })}
          />
        )}
      </Field>
    </FormDialog>
  )
}
