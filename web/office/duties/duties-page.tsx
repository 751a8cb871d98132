import { App, Button } from 'antd'
import { useState } from 'react'
import { api, dataOf } from '../../api/client.ts'
import { holds, useMe } from '../app/me.tsx'
import { useSettings } from '../app/settings.tsx'
import { fullTime, sayTime } from '../parts/format.ts'
import { Icon } from '../parts/icon.tsx'
import { MoreButton } from '../parts/more-button.tsx'
import { PlaceName } from '../parts/place-name.tsx'
import { ErrorNote, Loading } from '../parts/states.tsx'
import { usePages } from '../parts/use-pages.ts'
import type { Column } from '../table/columns.ts'
import { DataTable } from '../table/data-table.tsx'
import { type Duty, givenRoles } from './duty.ts'
import { GiveDialog } from './give-dialog.tsx'
import { HandOverDialog } from './hand-over-dialog.tsx'
import { InviteDialog } from './invite-dialog.tsx'
import { ResetDialog } from './reset-dialog.tsx'

type Dialog =
  | { kind: 'invite' }
  | { kind: 'give'; to: Duty }
  | { kind: 'handOver'; from: Duty }
  | { kind: 'reset'; of: Duty }

/** Who is entrusted with what in my division: invite, give, hand over, end. */
export function Component() {
  const { say, language } = useSettings()
  const me = useMe()
  const { message, modal } = App.useApp()
  const [dialog, setDialog] = useState<Dialog>()
  const pages = usePages(`duties ${me.home.code}`, (cursor) =>
    dataOf(
      api.GET('/api/duties', { params: { query: { division: me.home.code, limit: 100, ...(cursor && { cursor }) } } }),
    ),
  )
  const isAdmin = me.duties.some((duty) => duty.role === 'admin')
  const whyNot = isAdmin ? undefined : say('office.admins_only')
  function done(words: string): void {
    setDialog(undefined)
    message.success(words)
    pages.reload()
  }
  function end(duty: Duty): void {
    modal.confirm({
      title: say('office.end_title', { name: duty.name, role: say(`accounts.role.${duty.role}`) }),
      content: say('office.end_means'),
      okText: say('office.end'),
      cancelText: say('office.cancel'),
      okButtonProps: { danger: true },
      onOk: async () => {
        try {
          await dataOf(api.POST('/api/duties/{id}/end', { params: { path: { id: duty.id } } }))
          done(say('office.ended', { name: duty.name }))
        } catch (error) {
          message.error(error instanceof Error && error.message ? error.message : say('office.unreachable'))
        }
      },
    })
  }
  const columns: Column<Duty>[] = [
    { key: 'name', head: say('office.person'), value: ({ name }) => name },
    {
      key: 'role',
      head: say('office.duty'),
      kind: 'choice',
      choices: givenRoles.map((value) => ({ value, words: say(`accounts.role.${value}`) })),
      value: ({ role }) => role,
      draw: ({ role }) => say(`accounts.role.${role}`),
    },
    {
      key: 'place',
      head: say('office.place'),
      value: ({ divisionCode }) => divisionCode ?? '',
      draw: ({ divisionCode }) => (divisionCode ? <PlaceName code={divisionCode} /> : '—'),
    },
    {
      key: 'fromAt',
      head: say('office.since'),
      value: ({ fromAt }) => fromAt,
      draw: ({ fromAt }) => (
        <time dateTime={fromAt} title={fullTime(fromAt, language)}>
          {sayTime(fromAt, language)}
        </time>
      ),
    },
    {
      key: 'toAt',
      head: say('office.until'),
      value: ({ toAt }) => toAt ?? null,
      draw: ({ toAt }) =>
        toAt ? (
          <time dateTime={toAt} title={fullTime(toAt, language)}>
            {sayTime(toAt, language)}
          </time>
        ) : (
          say('office.open_end')
        ),
    },
    {
      key: 'acts',
      head: say('office.decide'),
      act: true,
      value: () => null,
      draw: (duty) => {
        const mayEnd = holds(me, ['admin'], duty.divisionCode ?? '') || duty.accountId === me.account.id
        return (
          <>
            <Button
              size="small"
              type="text"
              disabled={!isAdmin}
              title={whyNot}
              aria-label={say('office.give_more_to', { name: duty.name })}
              onClick={() => setDialog({ kind: 'give', to: duty })}
            >
              {say('office.give_more')}
            </Button>
            <Button
              size="small"
              type="text"
              disabled={!isAdmin}
              title={whyNot}
              aria-label={say('office.hand_over_of', { name: duty.name })}
              onClick={() => setDialog({ kind: 'handOver', from: duty })}
            >
              {say('office.hand_over')}
            </Button>
            <Button
              size="small"
              type="text"
              disabled={!isAdmin || duty.accountId === me.account.id}
              title={whyNot}
              aria-label={say('office.reset_of', { name: duty.name })}
              onClick={() => setDialog({ kind: 'reset', of: duty })}
            >
              {say('office.reset')}
            </Button>
            <Button
              size="small"
              type="text"
              danger
              disabled={!mayEnd}
              title={mayEnd ? undefined : whyNot}
              aria-label={say('office.end_of', { name: duty.name })}
              onClick={() => end(duty)}
            >
              {say('office.end')}
            </Button>
          </>
        )
      },
    },
  ]
  return (
    <>
      <div className="page-head">
        <h1>{say('office.duties_title', { name: me.home.name })}</h1>
        <div className="page-tools">
          <Button
            type="primary"
            icon={<Icon name="person" />}
            disabled={!isAdmin}
            title={whyNot}
            onClick={() => setDialog({ kind: 'invite' })}
          >
            {say('office.invite')}
          </Button>
        </div>
      </div>
      <p className="soft lead">{say('office.duties_lead')}</p>
      {pages.error && <ErrorNote error={pages.error} retry={pages.reload} />}
      {!pages.items && !pages.error && <Loading />}
      {pages.items && (
        <section className="panel">
          <DataTable
            id="duties"
            caption={say('office.duties_table')}
            columns={columns}
            rows={pages.items}
            keyOf={({ id }) => id}
            more={<MoreButton {...pages} />}
          />
        </section>
      )}
      {dialog?.kind === 'invite' && <InviteDialog onClose={() => setDialog(undefined)} onDone={pages.reload} />}
      {dialog?.kind === 'give' && (
        <GiveDialog
          to={dialog.to}
          onClose={() => setDialog(undefined)}
          onDone={() => done(say('office.given', { name: dialog.to.name }))}
        />
      )}
      {dialog?.kind === 'reset' && <ResetDialog of={dialog.of} onClose={() => setDialog(undefined)} />}
      {dialog?.kind === 'handOver' && (
        <HandOverDialog
          from={dialog.from}
          people={pages.items ?? []}
          onClose={() => setDialog(undefined)}
          onDone={(name) => done(say('office.handed_over', { from: dialog.from.name, to: name }))}
          onInvited={pages.reload}
        />
      )}
    </>
  )
}
