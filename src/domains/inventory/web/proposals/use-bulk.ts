import { IconCheck, IconEyeOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { BulkAction } from '#web/list.ts'
import type { ProposalRow } from '../words.ts'
import { useDecide } from './use-decide.ts'

/** What can be done with several of them. */
export function useProposalBulk(): BulkAction<ProposalRow>[] {
  const { t } = useTranslation('inventory')
  const { accept, ignore } = useDecide()
  const open = (rows: readonly ProposalRow[]) => rows.filter(({ state }) => state === 'open')
  return [
    {
      key: 'accept',
      label: t('proposals.accept'),
      icon: IconCheck,
      shortcut: 'a',
      right: 'proposal.write',
      run: (rows, clear) => accept(open(rows), clear),
    },
    {
      key: 'ignore',
      label: t('proposals.ignore'),
      icon: IconEyeOff,
      right: 'proposal.write',
      run: (rows, clear) => ignore(open(rows), clear),
    },
  ]
}
