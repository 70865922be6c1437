import { Button } from '@mantine/core'
import { IconShieldCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api.ts'
import { toast } from '#web/components/toast.ts'

interface Verdict {
  sealed: number
  waiting: number
  findings: { kind: string; position: number }[]
}

/** Goes through the whole chain and says whether it holds. */
export function VerifyButton() {
  const { t } = useTranslation('audit')
  const [isBusy, setBusy] = useState(false)
  async function verify(): Promise<void> {
    setBusy(true)
    try {
      const { sealed, findings } = (await api('GET /journal/verification', {})) as Verdict
      const first = findings[0]
      toast({
        message: first
          ? t(first.position === 0 ? 'verify.unsure' : 'verify.broken', {
              count: findings.length,
              position: first.position,
              kind: t(`finding.${first.kind}`),
            })
          : t('verify.holds', { count: sealed }),
        forMs: first ? 60_000 : 8_000,
      })
    } catch (error) {
      toast({ message: (error as Error).message })
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button
      variant="default"
      leftSection={<IconShieldCheck size={16} />}
      loading={isBusy}
      onClick={() => void verify()}
    >
      {t('verify.button')}
    </Button>
  )
}
