import { Button, Segmented } from 'antd'
import { useSettings } from '../app/settings.tsx'
import { sayPeriod } from './format.ts'
import { Icon } from './icon.tsx'
import { isYear, type Period, stepPeriod, thisMonth } from './period.ts'

/** A month or a year, one step back or on at a time; never beyond the month it is. */
export function PeriodPicker({ period, onPick }: { period: Period; onPick(period: Period): void }) {
  const { say, language } = useSettings()
  const now = thisMonth()
  const last = isYear(period) ? now.slice(0, 4) : now
  return (
    <fieldset className="period" aria-label={say('office.period')}>
      <Segmented
        name="period-kind"
        value={isYear(period) ? 'year' : 'month'}
        options={[
          { value: 'month', label: say('office.month') },
          { value: 'year', label: say('office.year') },
        ]}
        onChange={(kind) =>
          onPick(kind === 'year' ? period.slice(0, 4) : period === now.slice(0, 4) ? now : `${period}-12`)
        }
      />
      {/* The steps stay with the name between them, however narrow the page. */}
      <span className="period-steps">
        <Button
          type="text"
          icon={<Icon name="back" />}
          aria-label={say('office.earlier')}
          onClick={() => onPick(stepPeriod(period, -1))}
        />
        <strong className="period-name" aria-live="polite">
          {sayPeriod(period, language)}
        </strong>
        <Button
          type="text"
          icon={<Icon name="next" />}
          aria-label={say('office.later')}
          disabled={period >= last}
          onClick={() => onPick(stepPeriod(period, 1))}
        />
      </span>
    </fieldset>
  )
}
