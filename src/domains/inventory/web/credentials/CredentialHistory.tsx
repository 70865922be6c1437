import { useTranslation } from 'react-i18next'
import { History, type HistoryEntry } from '#web/detail.ts'
import { useDomainWords } from '#web/domain-words.ts'

/** The settings whose values have words. */
const words: Record<string, string> = {
  version: 'snmpVersion',
  level: 'snmpLevel',
  authProtocol: 'authProtocol',
  privProtocol: 'privProtocol',
}
const fields = ['name', 'position', 'version', 'port', 'user', 'level', 'authProtocol', 'privProtocol']

/** What happened to a credential; of its secret, that it changed. */
export function CredentialHistory({ id }: { id: string }) {
  const { t } = useTranslation('inventory')
  const doneOf = useDomainWords('done')
  const shown = (field: string, value: unknown) => {
    if (value === undefined || value === null || value === '') return null
    return words[field] ? t(`${words[field]}.${String(value)}`) : String(value)
  }
  const changesOf = ({ changes }: HistoryEntry) => {
    // One that began says so without its fields.
    if ('id' in changes) return undefined
    const { settings = [{}, {}], secret_sealed: secret, ...rest } = changes
    const [was, is] = settings.map((side) => (side ?? {}) as Record<string, unknown>)
    const before = (field: string) => shown(field, field in rest ? rest[field]![0] : was![field])
    const after = (field: string) => shown(field, field in rest ? rest[field]![1] : is![field])
    const told = fields
      .filter((field) => before(field) !== after(field))
      .map((field) => ({ label: t(`credential.${field}`), before: before(field), after: after(field) }))
    const hidden = secret && { label: t('credential.secret'), before: null, after: t('history.changed') }
    return hidden ? [...told, hidden] : told
  }
  return (
    <History
      route="GET /credentials/:id/history"
      id={id}
      whatOf={({ operation }) => doneOf(operation) ?? t('history.changed')}
      changesOf={changesOf}
    />
  )
}
