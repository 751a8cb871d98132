import { useSay } from '../app/settings.tsx'
import type { Column } from './columns.ts'

interface Filters<Row> {
  columns: readonly Column<Row>[]
  filters: Record<string, string>
  onFilter(filters: Record<string, string>): void
}

/** One field under each head: contains, at least, or one of. */
export function FilterRow<Row>({ columns, filters, onFilter }: Filters<Row>) {
  const say = useSay()
  return (
    <tr className="filters">
      {columns.map((column) => {
        if (column.act) return <td key={column.key} />
        const shared = {
          'aria-label': say('office.filter_by', { head: column.head }),
          value: filters[column.key] ?? '',
          onChange: (event: { target: { value: string } }) =>
            onFilter({ ...filters, [column.key]: event.target.value }),
        }
        return (
          <td key={column.key}>
            {column.kind === 'choice' ? (
              <select {...shared}>
                <option value="">{say('office.filter_all')}</option>
                {column.choices?.map(({ value, words }) => (
                  <option key={value} value={value}>
                    {words}
                  </option>
                ))}
              </select>
            ) : (
              <input
                {...shared}
                type={column.kind === 'number' ? 'number' : 'search'}
                placeholder={say(
                  column.kind !== 'number'
                    ? 'office.filter_contains'
                    : column.money
                      ? 'office.filter_least_yuan'
                      : 'office.filter_least',
                )}
              />
            )}
          </td>
        )
      })}
    </tr>
  )
}
