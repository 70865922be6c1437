import { Button } from '@mantine/core'
import { IconArrowUpRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from '#web/components/Link.tsx'
import { useCan } from '#web/session.ts'
import type { ProposalRow } from '../words.ts'
import styles from './HeldChoice.module.css'
import { useDecide } from './use-decide.ts'

interface Props {
  proposal: ProposalRow
  holder: NonNullable<ProposalRow['holder']>
}

/** Whose address it is, what taking over would do, and the two answers. */
export function HeldChoice({ proposal, holder }: Props) {
  const { t } = useTranslation('inventory')
  const can = useCan()
  const { acceptHeld, isBusy } = useDecide()
  const said = { asset: holder.name, address: proposal.address }
  const instead = proposal.assetId ? 'proposal.insteadKnownWhat' : 'proposal.insteadWhat'
  return (
    <section className={styles.choice}>
      <p>{t('proposal.holder', said)}</p>
      <Link href={`/assets/${holder.assetId}`} className={styles.open}>
        {t('proposal.openHolder', said)}
        <IconArrowUpRight size={15} aria-hidden="true" />
      </Link>
      {can('proposal.write') && (
        <dl>
          <dt>
            <Button variant="default" disabled={isBusy} onClick={() => acceptHeld(proposal, 'onto')}>
              {t('proposal.onto', said)}
            </Button>
          </dt>
          <dd>{t('proposal.ontoWhat')}</dd>
          <dt>
            <Button variant="default" disabled={isBusy} onClick={() => acceptHeld(proposal, 'instead')}>
              {t('proposal.instead')}
            </Button>
          </dt>
          <dd>{t(instead, said)}</dd>
        </dl>
      )}
    </section>
  )
}
