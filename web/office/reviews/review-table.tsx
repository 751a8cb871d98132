import { App, Button, Segmented } from 'antd'
import { type ReactNode, useState } from 'react'
import { useMe } from '../app/me.tsx'
import { useSay } from '../app/settings.tsx'
import { Icon } from '../parts/icon.tsx'
import { keep, kept } from '../parts/keep.ts'
import { MoreButton } from '../parts/more-button.tsx'
import { ErrorNote, Loading, Nothing } from '../parts/states.tsx'
import type { Pages } from '../parts/use-pages.ts'
import type { Column } from '../table/columns.ts'
import { DataTable } from '../table/data-table.tsx'
import { ReturnDialog } from './return-dialog.tsx'
import { villageOf } from './village.ts'

interface ReviewTableProps<Item> {
  id: string
  caption: string
  pages: Pages<Item>
  columns: readonly Column<Item>[]
  keyOf(item: Item): string
  nameOf(item: Item): string
  /** May this person decide this one now? If not, why; said on the buttons. */
  hindrance(item: Item): string | undefined
  confirmWords: string
  confirm(item: Item): Promise<unknown>
  giveBack(item: Item, reason: string): Promise<unknown>
  waiting: boolean
  onWaiting(waiting: boolean): void
  /** Stands first among the tools: what a village's officer registers here. */
  register: ReactNode
}

/** Waiting or all; it is remembered which, since an officer looks the same way each day. A village sees all of its own. */
export function useWaiting(id: string) {
  const registers = villageOf(useMe()) !== undefined
  const [waiting, setWaiting] = useState(() => !registers && (kept<boolean>(`waiting.${id}`) ?? true))
  function choose(next: boolean): void {
    keep(`waiting.${id}`, next)
    setWaiting(next)
  }
  return [waiting, choose] as const
}

/** A work list: each row can be confirmed, or returned with a reason. */
export function ReviewTable<Item>(props: ReviewTableProps<Item>) {
  const say = useSay()
  const { message } = App.useApp()
  const { pages, nameOf } = props
  const registers = villageOf(useMe()) !== undefined
  const [returning, setReturning] = useState<Item>()
  const [confirming, setConfirming] = useState<string>()
  async function confirm(item: Item): Promise<void> {
    setConfirming(props.keyOf(item))
    try {
      await props.confirm(item)
      message.success(say('office.confirmed', { name: nameOf(item) }))
    } catch (error) {
      message.error(error instanceof Error && error.message ? error.message : say('office.unreachable'))
    }
    setConfirming(undefined)
    pages.reload()
  }
  if (pages.error && !pages.items) return <ErrorNote error={pages.error} retry={pages.reload} />
  if (!pages.items) return <Loading />
  const acts: Column<Item> = {
    key: 'acts',
    head: say('office.decide'),
    act: true,
    value: () => null,
    draw: (item) => {
      const hindrance = props.hindrance(item)
      const [name, key] = [nameOf(item), props.keyOf(item)]
      const shared = { size: 'small' as const, disabled: hindrance !== undefined, title: hindrance }
      return (
        <>
          <Button
            {...shared}
            icon={<Icon name="check" />}
            loading={confirming === key}
            aria-label={`${props.confirmWords} ${name}`}
            onClick={() => void confirm(item)}
          >
            {props.confirmWords}
          </Button>
          <Button
            {...shared}
            type="text"
            aria-label={`${say('office.return')} ${name}`}
            onClick={() => setReturning(item)}
          >
            {say('office.return')}
          </Button>
        </>
      )
    },
  }
  return (
    <section className="panel">
      <DataTable
        id={props.id}
        caption={props.caption}
        columns={registers ? props.columns : [...props.columns, acts]}
        rows={pages.items}
        keyOf={props.keyOf}
        more={<MoreButton {...pages} />}
        tools={
          <>
            {props.register}
            {!registers && (
              <Segmented
                name={`${props.id}-waiting`}
                size="small"
                aria-label={say('office.which_reviews')}
                value={props.waiting ? 'waiting' : 'all'}
                options={[
                  { value: 'waiting', label: say('office.waiting') },
                  { value: 'all', label: say('office.all') },
                ]}
                onChange={(next) => props.onWaiting(next === 'waiting')}
              />
            )}
          </>
        }
        empty={
          registers ? (
            <Nothing title={say('office.nothing_registered')}>{say('office.nothing_registered_do')}</Nothing>
          ) : (
            <Nothing title={say('office.nothing_waits')}>{say('office.nothing_waits_do')}</Nothing>
          )
        }
      />
      {returning !== undefined && (
        <ReturnDialog
          name={nameOf(returning)}
          onClose={() => setReturning(undefined)}
          giveBack={async (reason) => {
            await props.giveBack(returning, reason)
            message.success(say('office.returned', { name: nameOf(returning) }))
            setReturning(undefined)
            pages.reload()
          }}
        />
      )}
    </section>
  )
}
