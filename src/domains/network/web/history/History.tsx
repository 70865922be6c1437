import { useTranslation } from 'react-i18next'
import { History as Told } from '#web/detail.ts'
import { useChanges } from './changes.tsx'

type Route =
  | 'GET /circuits/:id/history'
  | 'GET /addresses/:id/history'
  | 'GET /interfaces/:id/history'
  | 'GET /links/:id/history'

/** What happened to one thing of the network: a tab of its page. */
export function History({ route, id }: { route: Route; id: string }) {
  const { t, i18n } = useTranslation('network')
  const whatOf = ({ operation }: { operation: string }) =>
    i18n.exists(`network:history.${operation}`) ? t(`history.${operation}`) : t('history.changed')
  return <Told route={route} id={id} whatOf={whatOf} changesOf={useChanges()} />
}
