import { Fragment } from 'react'
import { Link } from 'react-router'
import { api, dataOf } from '../../api/client.ts'
import { holds, useMe } from '../app/me.tsx'
import { useSay, useSettings } from '../app/settings.tsx'
import { inLanguage } from './in-language.ts'
import { useAnswer } from './use-answer.ts'

/** 省 › 市 › 县 › 乡 › 村 and what is looked at there: each step a way back; above one's own office, names only. */
export function Crumbs({ code, linkTo, last }: { code: string; linkTo(code: string): string; last?: string }) {
  const say = useSay()
  const me = useMe()
  const { data } = useDivision(code)
  const path = data?.code === code ? data.path : []
  return (
    <nav className="crumbs" aria-label={say('office.path')}>
      <ol>
        {path.map((part, position) => {
          const mayOpen = holds(me, ['officer', 'auditor', 'admin'], part.code)
          return (
            <Fragment key={part.code}>
              {position > 0 && (
                <li className="crumbs-step" aria-hidden="true">
                  ›
                </li>
              )}
              <li>
                {part.code === code && !last ? (
                  <h1 aria-current="page">{part.name}</h1>
                ) : mayOpen ? (
                  <Link to={linkTo(part.code)}>{part.name}</Link>
                ) : (
                  <span className="soft" title={say('office.beyond_duty')}>
                    {part.name}
                  </span>
                )}
              </li>
            </Fragment>
          )
        })}
        {last && path.length > 0 && (
          <>
            <li className="crumbs-step" aria-hidden="true">
              ›
            </li>
            <li>
              <h1 aria-current="page">{last}</h1>
            </li>
          </>
        )}
        {path.length === 0 && (
          <li>
            {/* Until the name is here, or when it cannot be had: words, not a number. */}
            <h1>{last ?? (code === me.home.code ? me.home.name : say('office.place'))}</h1>
          </li>
        )}
      </ol>
    </nav>
  )
}

/** A division with the way to it. */
export function useDivision(code: string) {
  const { language } = useSettings()
  const answer = useAnswer(`division ${code}`, (signal) =>
    dataOf(api.GET('/api/divisions/{code}', { params: { path: { code } }, signal })),
  )
  const { data } = answer
  const named = data && { ...inLanguage(data, language), path: data.path.map((part) => inLanguage(part, language)) }
  return { ...answer, data: named }
}
