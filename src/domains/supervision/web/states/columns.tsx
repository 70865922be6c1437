import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useOneOf } from '#web/api.ts'
import { None } from '#web/components/None.tsx'
import { State } from '#web/components/State.tsx'
import type { Column, Row } from '#web/list/types.ts'
import type { StateName } from '#web/theme/tokens.ts'
import { assetStates, serviceStates, siteStates } from './many.ts'

type Cell = Column<Row>['cell']

/** How each asset of the list fares. */
export const useStateColumn = () => useColumn(assetCell, true)

/** The worst of what each service of the list needs. */
export const useServiceStateColumn = () => useColumn(serviceCell, false)

/** The worst of what stands on each site of the list and below it. */
export const useSiteStateColumn = () => useColumn(siteCell, false)

function useColumn(cell: Cell, sort: boolean): readonly Column<Row>[] {
  const { t } = useTranslation('supervision')
  return useMemo(
    () => [{ key: 'state', label: t('asset.state'), width: 140, phone: 'aside', cell, sort }],
    [t, cell, sort],
  )
}

const assetCell: Cell = ({ id }) => <AssetCell id={id} />
const serviceCell: Cell = ({ id }) => <ServiceCell id={id} />
const siteCell: Cell = ({ id }) => <SiteCell id={id} />

const AssetCell = ({ id }: { id: string }) => <Shown held={useOneOf(assetStates, id)} />
const ServiceCell = ({ id }: { id: string }) => <Shown held={useOneOf(serviceStates, id)} />
const SiteCell = ({ id }: { id: string }) => <Shown held={useOneOf(siteStates, id)} />

/** Nothing until it is known; a dash where it is not supervised. */
function Shown({ held }: { held: { state: StateName | null } | null | undefined }) {
  if (held === undefined) return null
  return held?.state ? <State state={held.state} /> : <None />
}
