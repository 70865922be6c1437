import { Button, Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, isProblem } from '#web/api.ts'

/** Sends a mail at once and shows what the server answered. */
export function TryMail({ isThere }: { isThere: boolean }) {
  const { t } = useTranslation('notifications')
  const [recipient, setRecipient] = useState('')
  const [answer, setAnswer] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  async function send(): Promise<void> {
    setBusy(true)
    setAnswer(undefined)
    try {
      const { isSent, answer: said } = await api('POST /mail-server/try', { recipient })
      setAnswer(isSent ? t('mailServer.sent', { recipient }) : t('mailServer.notSent', { answer: said }))
    } catch (error) {
      setAnswer(isProblem(error) ? (error.errors[0]?.message ?? error.message) : String(error))
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
          onChange={(event) => setRecipient(event.currentTarget.value)}
        />
        <Button
          variant="default"
          disabled={!isThere || !recipient.includes('@')}
          loading={isBusy}
          onClick={() => void send()}
        >
          {t('mailServer.send')}
        </Button>
      </Group>
      {answer && <p role="status">{answer}</p>}
    </>
  )
}
