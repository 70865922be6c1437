import { useTranslation } from 'react-i18next'
import { api, refetch } from '#web/api.ts'
import { now } from '#web/clock.ts'
import { toast } from '#web/components/toast.ts'
import { DateTimeField, FormDrawer, SelectField, TextField, useForm } from '#web/form.ts'
import { useFormat } from '#web/format.ts'
import { useWords, type SiteFull } from '../words.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** Raises the level of a site for a dated time. */
export function RaiseLevel({ site, close }: { site: SiteFull; close: () => void }) {
  const { t } = useTranslation('estate')
  const words = useWords()
  const format = useFormat()
  const hour = new Date(Math.floor(now() / hourMs) * hourMs)
  const form = useForm({
    draft: `site:${site.id}:raise`,
    initial: {
      level: String(Math.min(5, site.effectiveLevel + 1)) as string | null,
      reason: '',
      startsAt: hour.toISOString() as string | null,
      endsAt: new Date(hour.getTime() + 7 * dayMs).toISOString() as string | null,
    },
    check: ({ startsAt, endsAt }) => ({
      startsAt: startsAt ? undefined : t('period.when'),
      endsAt: !endsAt
        ? t('period.when')
        : startsAt && endsAt <= startsAt
          ? t('problem.periodOrder')
          : Date.parse(endsAt) <= now()
            ? t('problem.periodPast')
            : undefined,
    }),
    submit: async ({ level, startsAt, endsAt, reason }) => {
      const times = { startsAt: startsAt!, endsAt: endsAt! }
      await api('POST /sites/:siteId/level-periods', {
        siteId: site.id,
        level: Number(level),
        reason,
        ...times,
      })
      const isNow = Date.parse(times.startsAt) <= now()
      const until = `${format.date(times.endsAt)}, ${format.time(times.endsAt)}`
      toast({ message: t(isNow ? 'period.raisedNow' : 'period.raised', { name: site.name, level, until }) })
      await refetch(['GET /sites/:siteId/level-periods', 'GET /sites/:id'])
    },
  })
  return (
    <FormDrawer form={form} title={t('period.raiseTitle')} verb={t('period.verb')} onClose={close}>
      <SelectField form={form} name="level" label={t('period.level')} choices={words.levels} required />
      <DateTimeField form={form} name="startsAt" label={t('period.startsAt')} required />
      <DateTimeField form={form} name="endsAt" label={t('period.endsAt')} required />
      <TextField form={form} name="reason" label={t('period.reason')} help={t('period.reasonHelp')} />
    </FormDrawer>
  )
}
