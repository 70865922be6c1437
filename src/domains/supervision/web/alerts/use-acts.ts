import { useTranslation } from 'react-i18next'
import { api, isProblem, refetch } from '#web/api.ts'
import { toast } from '#web/components/toast.ts'
import { now } from '#web/clock.ts'

const hourMs = 3_600_000

/** For how long alerts are muted. */
export const muteChoices = ['hour', 'four', 'morning', 'week'] as const
export type MuteChoice = (typeof muteChoices)[number]

export interface AlertActs {
  acknowledge(ids: readonly string[], comment?: string): Promise<void>
  unacknowledge(ids: readonly string[]): Promise<void>
  /** Null tells again. */
  mute(ids: readonly string[], choice: MuteChoice | null): Promise<void>
}

/** What people do about alerts: at once, said afterwards, and taken back from there. */
export function useAlertActs(): AlertActs {
  const { t } = useTranslation('supervision')

  async function act(
    run: () => Promise<{ done: number; rows: readonly { done: boolean }[] }>,
    said: string,
    undo?: () => Promise<void>,
  ): Promise<void> {
    try {
      const { done, rows } = await run()
      const over = rows.length - done
      if (done > 0)
        toast({ message: t(`alerts.${said}`, { count: done }), undo: undo && (() => void undo()) })
      if (over > 0) toast({ message: t('alerts.some', { count: over }) })
    } catch (error) {
      if (!isProblem(error)) throw error
      toast({ message: t('alerts.failed', { why: error.message }) })
    }
    await refetch([
      'GET /alerts',
      'GET /alerts/:id',
      'GET /alerts/counts',
      'GET /overview',
      'GET /assets/:id/state',
    ])
  }

  const acts: AlertActs = {
    acknowledge: (ids, comment = '') =>
      act(
        () => api('POST /alerts/acknowledge', { ids: [...ids], change: { comment }, mode: 'each' }),
        'done',
        () => acts.unacknowledge(ids),
      ),
    unacknowledge: (ids) =>
      act(() => api('POST /alerts/unacknowledge', { ids: [...ids], change: {}, mode: 'each' }), 'undone'),
    mute: (ids, choice) =>
      act(
        () =>
          api('POST /alerts/mute', {
            ids: [...ids],
            change: { until: choice && untilOf(choice) },
            mode: 'each',
          }),
        choice ? 'mutedDone' : 'unmutedDone',
        choice ? () => acts.mute(ids, null) : undefined,
      ),
  }
  return acts
}

function untilOf(choice: MuteChoice): string {
  const at = now()
  if (choice === 'hour') return new Date(at + hourMs).toISOString()
  if (choice === 'four') return new Date(at + 4 * hourMs).toISOString()
  if (choice === 'week') return new Date(at + 168 * hourMs).toISOString()
  const morning = new Date(at + 24 * hourMs)
  morning.setHours(8, 0, 0, 0)
  return morning.toISOString()
}
