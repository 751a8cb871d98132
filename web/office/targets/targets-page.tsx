import { useState } from 'react'
import { type Answer, api, dataOf } from '../../api/client.ts'
import { useMe } from '../app/me.tsx'
import { useSettings } from '../app/settings.tsx'
import { Explained } from '../parts/explained.tsx'
import { type Language, number, sayClock } from '../parts/format.ts'
import { ErrorNote, Loading, SampleMark } from '../parts/states.tsx'
import { useAnswer } from '../parts/use-answer.ts'
import type { Column } from '../table/columns.ts'
import { DataTable } from '../table/data-table.tsx'

type Target = Answer<'/api/figures/targets'>['items'][number]

/** The plan's targets, what is measured of them today, and who answers for each. */
export function Component() {
  const { say, language } = useSettings()
  const me = useMe()
  const [open, setOpen] = useState<string>()
  const { data, error, reload } = useAnswer(
    'targets',
    (signal) => dataOf(api.GET('/api/figures/targets', { signal })),
    { every: 60_000 },
  )
  if (error && !data) return <ErrorNote error={error} retry={reload} />
  if (!data) return <Loading rows={14} />
  const columns: Column<Target>[] = [
    {
      key: 'code',
      head: say('office.target_code'),
      value: ({ code }) => code,
      draw: ({ code }) => <span className="tabular">{code}</span>,
    },
    {
      key: 'name',
      head: say('office.target'),
      value: (target) => (language === 'zh' ? target.name : target.nameEn),
      draw: (target) => {
        const name = language === 'zh' ? target.name : target.nameEn
        return target.indicator ? (
          <Explained indicator={target.indicator} asOf={data.asOf}>
            {name}
          </Explained>
        ) : (
          name
        )
      },
    },
    {
      key: 'value',
      head: say('office.target_value'),
      explain: { words: say('office.target_value_means') },
      kind: 'number',
      value: ({ value }) => value,
      draw: (target) => sayTarget(target, language),
    },
    {
      key: 'measured',
      head: say('office.measured'),
      explain: { words: say('office.measured_means'), asOf: data.asOf },
      kind: 'number',
      value: ({ measured }) => measured,
      draw: (target) =>
        target.measured === null ? (
          <span className="soft">{say('office.not_measured')}</span>
        ) : (
          withUnit([target.measured], target, language)
        ),
    },
    {
      key: 'progress',
      head: say('office.progress'),
      explain: { words: say('office.progress_means'), asOf: data.asOf },
      kind: 'number',
      value: progressOf,
      draw: (target) => <Progress target={target} />,
    },
    { key: 'deadline', head: say('office.deadline'), value: ({ deadline }) => deadline },
    {
      key: 'responsible',
      head: say('office.responsible'),
      value: (target) => responsibleFor(target, language),
      draw: (target) => (
        <span className="clip" title={responsibleFor(target, language)}>
          {responsibleFor(target, language) || '—'}
        </span>
      ),
    },
    { key: 'planRef', head: say('office.plan_ref'), value: ({ planRef }) => planRef },
    {
      key: 'note',
      head: say('office.note'),
      value: ({ note }) => note,
      draw: ({ code, note, numerator, denominator }) => (
        <button
          type="button"
          className="note-button"
          aria-expanded={open === code}
          onClick={() => setOpen(open === code ? undefined : code)}
        >
          <span className={open === code ? '' : 'clip'} lang={note || open === code ? 'zh-CN' : undefined}>
            {open === code
              ? [numerator && `${numerator}${denominator && ` ÷ ${denominator}`}`, note].filter(Boolean).join('；')
              : note || say('office.note_open')}
          </span>
        </button>
      ),
    },
  ]
  return (
    <>
      <div className="page-head">
        <h1>{say('office.targets_title')}</h1>
        <div className="page-tools">
          {data.isSample && <SampleMark />}
          <span className="soft small as-of">{say('office.as_of', { time: sayClock(data.asOf, language) })}</span>
        </div>
      </div>
      <p className="soft lead">
        {say('office.targets_lead', {
          measured: data.items.filter(({ measured }) => measured !== null).length,
          all: data.items.length,
        })}
      </p>
      {error && <ErrorNote error={error} keptWords={say('office.kept_figures')} retry={reload} />}
      <section className="panel">
        <DataTable
          id="targets"
          caption={say('office.targets_table')}
          columns={columns}
          rows={data.items}
          keyOf={({ code }) => code}
          sheet={{ table: 'targets', code: me.home.code, only: 'all' }}
        />
      </section>
    </>
  )
}

function sayTarget(target: Target, language: Language): string {
  const { value, valueMax } = target
  if (value === null) return '—'
  return withUnit(valueMax === null ? [value] : [value, valueMax], target, language)
}

// The plan counts money by the 亿, which English has no word for.
const inLetters = new Intl.NumberFormat('en', {
  notation: 'compact',
  compactDisplay: 'long',
  maximumSignificantDigits: 3,
})

function withUnit(values: number[], { unit, unitEn }: Target, language: Language): string {
  const told = values.map(number).join('–')
  if (language === 'zh') return `${told}${unit}`
  const [, counted] = /^× 100 million (.+)$/.exec(unitEn) ?? []
  if (counted) return `${values.map((value) => inLetters.format(value * 100_000_000)).join('–')} ${counted}`
  return unitEn.startsWith('%') ? `${told}${unitEn}` : `${told} ${unitEn}`.trim()
}

function responsibleFor({ responsible, responsibleEn }: Target, language: Language): string {
  return language === 'zh' ? responsible.replaceAll(';', '、') : responsibleEn
}

function progressOf({ value, measured }: Target): number | null {
  return value === null || measured === null || value === 0 ? null : Math.round((measured / value) * 1000) / 10
}

function Progress({ target }: { target: Target }) {
  const progress = progressOf(target)
  if (progress === null) return <span className="soft">—</span>
  return (
    <>
      <span className="bar" aria-hidden="true">
        <span style={{ width: `${Math.min(100, progress)}%` }} />
      </span>
      {progress}%
    </>
  )
}
