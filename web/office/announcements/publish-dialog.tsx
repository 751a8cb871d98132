import { Input, Radio } from 'antd'
import { useState } from 'react'
import { api, dataOf } from '../../api/client.ts'
import { useSay } from '../app/settings.tsx'
import { Choose } from '../parts/choose.tsx'
import { Field } from '../parts/field.tsx'
import { FormDialog } from '../parts/form-dialog.tsx'
import { useSending } from '../parts/use-sending.ts'

interface PublishProps {
  offices: readonly { code: string; name: string }[]
  onClose(): void
  onDone(): void
}

/** Announces in the name of one's own division; a public notice stays open for objections for some workdays. */
export function PublishDialog({ offices, onClose, onDone }: PublishProps) {
  const say = useSay()
  const [draft, setDraft] = useState({
    divisionCode: offices[0]?.code ?? '',
    kind: 'announcement' as 'announcement' | 'publicNotice',
    title: '',
    body: '',
    workdays: 7,
  })
  const { sending, error, send } = useSending()
  const ready = draft.title.trim() !== '' && draft.body.trim() !== ''
  function publish(): void {
    const { workdays, ...rest } = draft
    void send(async () => {
      await dataOf(
        api.POST('/api/announcements', { body: { ...rest, ...(draft.kind === 'publicNotice' && { workdays }) } }),
      )
      onDone()
    })
  }
  return (
    <FormDialog
      title={say('office.write_announcement')}
      okText={say('office.publish')}
      missing={ready ? undefined : say('office.title_and_body')}
      sending={sending}
      error={error}
      onClose={onClose}
      onSend={publish}
    >
      {offices.length > 1 && (
        <Field words={say('office.in_name_of')}>
          {(tied) => (
            <Choose
              {...tied}
              value={draft.divisionCode}
              options={offices.map(({ code, name }) => ({ value: code, words: name }))}
              onPick={(divisionCode) => setDraft({ ...draft, divisionCode })}
            />
          )}
        </Field>
      )}
      <Radio.Group
        value={draft.kind}
        aria-label={say('office.announcement_kind')}
        options={(['announcement', 'publicNotice'] as const).map((value) => ({
          value,
          label: say(`office.announcement_kind.${value}`),
        }))}
        onChange={({ target }) => setDraft({ ...draft, kind: target.value })}
      />
      {draft.kind === 'publicNotice' && (
        <Field words={say('office.workdays')} hint={say('office.workdays_hint')}>
          {(tied) => (
            <Input
              {...tied}
              type="number"
              min={1}
              max={60}
              value={draft.workdays}
              onChange={({ target }) => setDraft({ ...draft, workdays: Number(target.value) })}
            />
          )}
        </Field>
      )}
      <Field words={say('office.title')}>
        {(tied) => (
          <Input
            {...tied}
            maxLength={120}
            value={draft.title}
            onChange={({ target }) => setDraft({ ...draft, title: target.value })}
          />
        )}
      </Field>
      <Field words={say('office.body')}>
        {(tied) => (
          <Input.TextArea
            {...tied}
            rows={8}
            maxLength={20_000}
            value={draft.body}
            onChange={({ target }) => setDraft({ ...draft, body: target.value })}
          />
        )}
      </Field>
    </FormDialog>
  )
}
