import { Button } from '@mantine/core'
import { IconCloudOff, IconLock, IconPlugConnectedX, IconZoomQuestion } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { isProblem } from '../api/problem.ts'
import { EmptyState } from './EmptyState.tsx'
import { Link } from './Link.tsx'
import { Mono } from './Mono.tsx'

interface Props {
  error: unknown
  /** Tries again what failed. */
  retry?: (() => void) | undefined
  /** Where one goes from what does not exist: the list that it would be in. */
  list?: string | undefined
}

/** What happened, what is safe, what to do: for any error of the API, or of the page itself. */
export function ErrorState({ error, retry, list }: Props) {
  const { t } = useTranslation('web')
  const { kind, icon } = kindOf(error)
  const problem = isProblem(error) ? error : undefined
  // Asking again finds nothing either, and the journal knows of no fault.
  const isMissing = kind === 'missing'
  return (
    <div role="alert">
      <EmptyState
        icon={icon}
        title={problem?.title || t(`error.${kind}.title`)}
        action={
          isMissing
            ? list && <Link href={list}>{t('error.toList')}</Link>
            : retry && (
                <Button variant="default" onClick={retry}>
                  {t('error.retry')}
                </Button>
              )
        }
      >
        <p>{problem?.title ? problem.detail : t(`error.${kind}.why`)}</p>
        {problem?.instance && !isMissing && (
          <p>
            {t('error.reference')} <Mono>{problem.instance}</Mono>
          </p>
        )}
      </EmptyState>
    </div>
  )
}

function kindOf(error: unknown) {
  if (isProblem(error)) {
    if (error.status === 0) return { kind: 'offline', icon: IconCloudOff } as const
    if (error.status === 404) return { kind: 'missing', icon: IconZoomQuestion } as const
    if (error.status === 403) return { kind: 'forbidden', icon: IconLock } as const
    return { kind: 'server', icon: IconPlugConnectedX } as const
  }
  return { kind: 'page', icon: IconPlugConnectedX } as const
}
