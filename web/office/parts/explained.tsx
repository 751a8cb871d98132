import { Popover } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useSettings } from '../app/settings.tsx'
import { useDefinitions } from '../app/use-definitions.ts'
import { fullTime } from './format.ts'
import { Icon } from './icon.tsx'

interface Explains {
  indicator: string
  /** The figure is complete up to this moment. */
  asOf?: string | undefined
  /** Where the records behind it are. */
  evidence?: { to: string; words: string }
  children: ReactNode
}

/** A figure's name that explains itself on hover and on focus: definition, cut-off, evidence. */
export function Explained({ indicator, asOf, evidence, children }: Explains) {
  const { say, language } = useSettings()
  const found = useDefinitions().find((definition) => definition.indicator === indicator)
  const zh = language === 'zh'
  const told = found && (
    <div className="explains">
      <p>
        <strong>{zh ? found.name : found.nameEn}</strong>
        <span className="soft"> {say('office.definition_version', { version: found.version })}</span>
      </p>
      <p>{zh ? found.meaning : found.meaningEn}</p>
      <p className="soft">
        {say('office.evidence_level', { level: found.evidenceLevel })}
        {asOf && <> · {say('office.as_of', { time: fullTime(asOf, language) })}</>}
      </p>
      {evidence && <Link to={evidence.to}>{evidence.words}</Link>}
    </div>
  )
  return (
    <Popover content={told} trigger={['hover', 'focus']} placement="bottomLeft" mouseEnterDelay={0.15}>
      <button type="button" className="explained">
        {children}
        <Icon name="info" />
      </button>
    </Popover>
  )
}
