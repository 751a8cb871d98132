import { Button } from 'antd'
import { useState } from 'react'
import { api, dataOf } from '../../api/client.ts'
import { placeOfDuty, useMe } from '../app/me.tsx'
import { useSettings } from '../app/settings.tsx'
import { fullTime, sayTime } from '../parts/format.ts'
import { MoreButton } from '../parts/more-button.tsx'
import { PlaceName } from '../parts/place-name.tsx'
import { ErrorNote, Loading, Nothing, SampleMark } from '../parts/states.tsx'
import { usePages } from '../parts/use-pages.ts'
import { PublishDialog } from './publish-dialog.tsx'

/** What my division has announced, and the door to announce more. */
export function Component() {
  const { say, language } = useSettings()
  const me = useMe()
  const [writing, setWriting] = useState(false)
  const pages = usePages(`announcements ${me.home.code}`, (cursor) =>
    dataOf(
      api.GET('/api/announcements', {
        params: { query: { division: me.home.code, limit: 20, ...(cursor && { cursor }) } },
      }),
    ),
  )
  const offices = me.duties.flatMap((duty) =>
    duty.role === 'officer' && duty.divisionCode
      ? [{ code: duty.divisionCode, name: placeOfDuty(duty, language) }]
      : [],
  )
  return (
    <>
      <div className="page-head">
        <h1>{say('office.announcements_title')}</h1>
        <div className="page-tools">
          <Button
            type="primary"
            disabled={offices.length === 0}
            title={offices.length === 0 ? say('office.officers_only') : undefined}
            onClick={() => setWriting(true)}
          >
            {say('office.write_announcement')}
          </Button>
        </div>
      </div>
      {pages.error && <ErrorNote error={pages.error} retry={pages.reload} />}
      {!pages.items && !pages.error && <Loading />}
      {pages.items?.length === 0 && (
        <Nothing title={say('office.no_announcements')}>{say('office.no_announcements_do')}</Nothing>
      )}
      <ul className="announcements">
        {pages.items?.map((each) => (
          <li key={each.id} className="panel">
            <details>
              <summary>
                <span className="badge">{say(`office.announcement_kind.${each.kind}`)}</span>{' '}
                <strong>{each.title}</strong> {each.isSample && <SampleMark />}
                <span className="soft small">
                  {' '}
                  <PlaceName plain code={each.divisionCode} /> ·{' '}
                  <time dateTime={each.publishedAt} title={fullTime(each.publishedAt, language)}>
                    {sayTime(each.publishedAt, language)}
                  </time>
                  {each.openUntil && <> · {say('office.open_until', { day: each.openUntil })}</>}
                </span>
              </summary>
              <p className="announcement-body">{each.body}</p>
            </details>
          </li>
        ))}
      </ul>
      <MoreButton {...pages} />
      {writing && (
        <PublishDialog
          offices={offices}
          onClose={() => setWriting(false)}
          onDone={() => {
            setWriting(false)
            pages.reload()
          }}
        />
      )}
    </>
  )
}
