import { Select } from 'antd'
import { useState } from 'react'
import { type Answer, api, dataOf } from '../../api/client.ts'
import { useMe } from '../app/me.tsx'
import { useSettings } from '../app/settings.tsx'
import { inLanguage } from './in-language.ts'
import { useAnswer } from './use-answer.ts'

type Level = Answer<'/api/divisions'>[number]['level']

interface DivisionSearchProps {
  id: string
  within: string
  value: string | undefined
  level?: Level
  onPick(code: string): void
}

/** Finds a division by name or pinyin inside one's own. Names repeat, so each is shown with its code. */
export function DivisionSearch({ within, value, level, onPick, ...tied }: DivisionSearchProps) {
  const { say, language } = useSettings()
  const me = useMe()
  const [typed, setTyped] = useState('')
  const [names, setNames] = useState<Record<string, string>>({ [me.home.code]: me.home.name })
  const q = typed.trim()
  const { data } = useAnswer(q ? `search ${within} ${level} ${q}` : undefined, (signal) =>
    dataOf(api.GET('/api/divisions', { params: { query: { q, within, limit: 20, ...(level && { level }) } }, signal })),
  )
  const found = ((q ? data : undefined) ?? []).map((each) => inLanguage(each, language))
  const options = q
    ? found.map(({ code, name }) => ({ value: code, label: `${name}（${code}）` }))
    : Object.entries(names).map(([code, name]) => ({ value: code, label: name }))
  return (
    <Select
      {...tied}
      className="wide"
      showSearch={{ filterOption: false, onSearch: setTyped }}
      value={value}
      placeholder={say('office.search_place')}
      notFoundContent={say(q ? 'office.no_such_place' : 'office.search_place')}
      options={options}
      onChange={(code) => {
        const name = found.find((each) => each.code === code)?.name
        if (name) setNames({ ...names, [code]: name })
        setTyped('')
        onPick(code)
      }}
    />
  )
}
