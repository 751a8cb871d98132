import { App, Button } from 'antd'
import { useState } from 'react'
import { type Answer, api, dataOf } from '../../api/client.ts'
import { holds, useMe } from '../app/me.tsx'
import { useSettings } from '../app/settings.tsx'
import { MoreButton } from '../parts/more-button.tsx'
import { PlaceName } from '../parts/place-name.tsx'
import { ErrorNote, Loading, Nothing, SampleMark } from '../parts/states.tsx'
import { usePages } from '../parts/use-pages.ts'
import type { Column } from '../table/columns.ts'
import { DataTable } from '../table/data-table.tsx'
import { OpenDialog } from './open-dialog.tsx'

type Station = Answer<'/api/stations'>['items'][number]
const tiers = ['county', 'township', 'village'] as const
const kinds = ['standard', 'specialized', 'basic'] as const

/** The stations of county, township and village in my division. */
export function Component() {
  const { say } = useSettings()
  const me = useMe()
  const { message, modal } = App.useApp()
  const [opening, setOpening] = useState(false)
  const pages = usePages(`stations ${me.home.code}`, (cursor) =>
    dataOf(
      api.GET('/api/stations', {
        params: { query: { division: me.home.code, limit: 100, ...(cursor && { cursor }) } },
      }),
    ),
  )
  const isOfficer = me.duties.some(({ role }) => role === 'officer')
  function close(station: Station): void {
    modal.confirm({
      title: say('office.close_station_title', { name: station.name }),
      content: say('office.close_station_means'),
      okText: say('office.close_station'),
      cancelText: say('office.cancel'),
      okButtonProps: { danger: true },
      onOk: async () => {
        try {
          await dataOf(api.POST('/api/stations/{id}/close', { params: { path: { id: station.id } } }))
          message.success(say('office.station_closed', { name: station.name }))
        } catch (error) {
          message.error(error instanceof Error && error.message ? error.message : say('office.unreachable'))
        }
        pages.reload()
      },
    })
  }
  const columns: Column<Station>[] = [
    {
      key: 'name',
      head: say('office.station'),
      value: ({ name }) => name,
      draw: ({ name, isSample }) => (
        <>
          {name} {isSample && <SampleMark />}
        </>
      ),
    },
    {
      key: 'tier',
      head: say('office.tier'),
      kind: 'choice',
      choices: tiers.map((value) => ({ value, words: say(`stations.tier.${value}`) })),
      value: ({ tier }) => tier,
      draw: ({ tier }) => say(`stations.tier.${tier}`),
    },
    {
      key: 'kind',
      head: say('office.kind'),
      kind: 'choice',
      choices: kinds.map((value) => ({ value, words: say(`stations.kind.${value}`) })),
      value: ({ kind }) => kind,
      draw: ({ kind }) => say(`stations.kind.${kind}`),
    },
    {
      key: 'place',
      head: say('office.place'),
      value: ({ divisionCode }) => divisionCode,
      draw: ({ divisionCode }) => <PlaceName code={divisionCode} />,
    },
    {
      key: 'services',
      head: say('office.services'),
      value: ({ services }) => services.map((each) => say(`stations.service.${each}`)).join('、'),
    },
    {
      key: 'address',
      head: say('office.address'),
      value: ({ address }) => address,
      draw: ({ address }) => (
        <span className="clip" title={address}>
          {address}
        </span>
      ),
    },
    { key: 'phone', head: say('office.phone'), value: ({ phone }) => phone },
    { key: 'openedOn', head: say('office.opened_on'), value: ({ openedOn }) => openedOn },
    {
      key: 'acts',
      head: say('office.decide'),
      act: true,
      value: () => null,
      draw: (station) => {
        const may = holds(me, ['officer'], station.divisionCode)
        return (
          <Button
            size="small"
            type="text"
            danger
            disabled={!may}
            title={may ? undefined : say('office.officers_only')}
            aria-label={`${say('office.close_station')} ${station.name}`}
            onClick={() => close(station)}
          >
            {say('office.close_station')}
          </Button>
        )
      },
    },
  ]
  return (
    <>
      <div className="page-head">
        <h1>{say('office.stations_title')}</h1>
        <div className="page-tools">
          <Button
            type="primary"
            disabled={!isOfficer}
            title={isOfficer ? undefined : say('office.officers_only')}
            onClick={() => setOpening(true)}
          >
            {say('office.open_station')}
          </Button>
        </div>
      </div>
      {pages.error && <ErrorNote error={pages.error} retry={pages.reload} />}
      {!pages.items && !pages.error && <Loading />}
      {pages.items && (
        <section className="panel">
          <DataTable
            id="stations"
            caption={say('office.stations_of', { name: me.home.name })}
            columns={columns}
            rows={pages.items}
            keyOf={({ id }) => id}
            more={<MoreButton {...pages} />}
            empty={<Nothing title={say('office.no_stations')} />}
          />
        </section>
      )}
      {opening && (
        <OpenDialog
          onClose={() => setOpening(false)}
          onDone={(name) => {
            setOpening(false)
            message.success(say('office.station_opened', { name }))
            pages.reload()
          }}
        />
      )}
    </>
  )
}
