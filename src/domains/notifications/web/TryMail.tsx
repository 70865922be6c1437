import { Button, Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, isProblem } from '#web/api.ts'
import { hideToasts } from '#web/components/toast.ts'
import { State } from '#web/components/State.tsx'
import { useMe } from '#web/session.ts'

interface Answer {
  isSent: boolean
  said: string
}

/** Sends a mail at once, to oneself unless another is typed, and shows what the server answered. */
export function TryMail({ isThere }: { isThere: boolean }) {
  const { t } = useTranslation('notifications')
  const own = useMe()?.email ?? ''
  const [typed, setTyped] = useState<string>()
  const [answer, setAnswer] = useState<Answer>()
  const [isBusy, setBusy] = useState(false)
  const recipient = typed ?? own
  const isReady = isThere && recipient.includes('@')
  async function send(): Promise<void> {
    setBusy(true)
    setAnswer(undefined)
    // The answer stands where a toast would lie over it.
    hideToasts()
    try {
      const { isSent, hasAnswered, answer: said } = await api('POST /mail-server/try', { recipient })
      setAnswer({
        isSent,
        said: isSent
          ? t('mailServer.sent', { recipient })
          : hasAnswered
            ? t('mailServer.notSent', { answer: said })
            : said,
      })
    } catch (error) {
      setAnswer({
        isSent: false,
        said: isProblem(error) ? (error.errors[0]?.message ?? error.message) : String(error),
      })
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <Group align="end" gap="sm" wrap="nowrap">
        <TextInput
          style={{ flex: 1 }}
          label={t('mailServer.recipient')}
          type="email"
          value={recipient}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            // The form around it would be saved.
            event.preventDefault()
            if (isReady && !isBusy) void send()
          }}
        />
        <Button variant="default" disabled={!isReady} loading={isBusy} onClick={() => void send()}>
          {t('mailServer.send')}
        </Button>
      </Group>
      {answer && (
        <p role="status">
          <State state={answer.isSent ? 'ok' : 'critical'}>{answer.said}</State>
        </p>
      )}
    </>
  )
}
