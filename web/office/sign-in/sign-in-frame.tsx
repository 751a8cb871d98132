import './sign-in.css'
import type { ReactNode } from 'react'
import { mapBox, mapNote, prefectureShapes } from '../../ui/map/jiangsu.ts'
import { useSettings } from '../app/settings.tsx'

/** The first page of the office: a sheet of paper with the province on it, and one thing to do. */
export function SignInFrame({ title, children }: { title: string; children: ReactNode }) {
  const { say, language, choose } = useSettings()
  return (
    <div className="sign-in">
      <aside className="sign-in-side" aria-hidden="true">
        <svg viewBox={`0 0 ${mapBox.width} ${mapBox.height}`}>
          <title>{mapNote[language]}</title>
          {Object.entries(prefectureShapes).map(([code, { d }]) => (
            <path key={code} d={d} />
          ))}
        </svg>
        <small>{mapNote[language]}</small>
      </aside>
      <main className="sign-in-sheet">
        <p className="brand-mark serif" lang="zh-CN">
          一村
        </p>
        <p className="soft">{say('office.programme')}</p>
        <h1>{title}</h1>
        {children}
        <p className="sign-in-language">
          <button
            type="button"
            className="as-link"
            lang={language === 'zh' ? 'en' : 'zh-CN'}
            onClick={() => choose({ language: language === 'zh' ? 'en' : 'zh' })}
          >
            {language === 'zh' ? 'English' : '中文'}
          </button>
        </p>
      </main>
    </div>
  )
}
