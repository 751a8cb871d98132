import { Button, Input } from 'antd'
import { useState } from 'react'
import { useSay } from '../app/settings.tsx'
import { Field } from '../parts/field.tsx'
import { Icon } from '../parts/icon.tsx'

/** The link that was just made: it is shown this once, so copying it is the one thing to do. */
export function InvitationLink({ path }: { path: string }) {
  const say = useSay()
  const [copied, setCopied] = useState(false)
  const link = new URL(path, location.href).href
  async function copy(): Promise<void> {
    // Refused in some browsers without https: the link stands there selected, to be copied by hand.
    await navigator.clipboard?.writeText(link).then(
      () => setCopied(true),
      () => undefined,
    )
  }
  return (
    <div className="stack">
      <p>{say('office.link_made')}</p>
      <Field words={say('office.link')}>
        {(tied) => <Input {...tied} readOnly value={link} onFocus={({ target }) => target.select()} />}
      </Field>
      <Button icon={<Icon name={copied ? 'check' : 'copy'} />} onClick={() => void copy()}>
        {say(copied ? 'office.copied' : 'office.copy_link')}
      </Button>
    </div>
  )
}
