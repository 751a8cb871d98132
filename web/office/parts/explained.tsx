import { Popover } from 'antd'
import { type KeyboardEvent, type ReactElement, type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import { useSettings } from '../app/settings.tsx'
import { useDefinitions } from '../app/use-definitions.ts'
import { fullTime } from './format.ts'
import { Icon } from './icon.tsx'

export interface About {
  /** The definition that stands behind the figure; or, for what is derived from it, a sentence. */
  indicator?: string
  words?: string
  /** The figure is complete up to this moment. */
  asOf?: string | undefined
  /** Where the records behind it are. */
  evidence?: { to: string; words: string }
}

interface Tied {
  'aria-description'?: string
  onKeyDown(event: KeyboardEvent): void
}

/** On a phone there is room on neither side of a figure: what explains it moves as far as it must, and no further. */
const intoSight = { adjustX: 0, adjustY: 1, shiftX: true } as const

/** Lets a button explain a figure on hover and on focus: definition, cut-off, evidence. Escape puts it away. */
export function Explaining({ about, children }: { about: About; children: (tied: Tied) => ReactElement }) {
  const { say, language } = useSettings()
  const [open, setOpen] = useState(false)
  const found = useDefinitions().find(({ indicator }) => indicator === about.indicator)
  const zh = language === 'zh'
  const title =
    found && `${zh ? found.name : found.nameEn} · ${say('office.definition_version', { version: found.version })}`
  const meaning = [found && (zh ? found.meaning : found.meaningEn), about.words].filter(Boolean).join(' ')
  const ground = [
    found && say('office.evidence_level', { level: found.evidenceLevel }),
    about.asOf && say('office.as_of', { time: fullTime(about.asOf, language) }),
  ]
    .filter(Boolean)
    .join(' · ')
  const told = [title, meaning, ground].filter(Boolean).join(' ')
  return (
    <Popover
      open={open && told !== ''}
      onOpenChange={setOpen}
      trigger={['hover', 'focus']}
      placement="bottomLeft"
      autoAdjustOverflow={intoSight}
      mouseEnterDelay={0.15}
      content={
        <div className="explains">
          {title && <p className="explains-title">{title}</p>}
          <p>{meaning}</p>
          {ground && <p className="soft">{ground}</p>}
          {about.evidence && <Link to={about.evidence.to}>{about.evidence.words}</Link>}
        </div>
      }
    >
      {children({
        'aria-description': told,
        onKeyDown: (event) => {
          if (event.key === 'Escape') setOpen(false)
        },
      })}
    </Popover>
  )
}

/** A figure's name that explains itself. */
export function Explained({ children, ...about }: About & { children: ReactNode }) {
  return (
    <Explaining about={about}>
      {(tied) => (
        <button type="button" className="explained" {...tied}>
          {children}
          <Icon name="info" />
        </button>
      )}
    </Explaining>
  )
}
