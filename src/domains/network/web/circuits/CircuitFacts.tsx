import { useTranslation } from 'react-i18next'
import { useApiMutation } from '#web/api.ts'
import { Ago } from '#web/components/Ago.tsx'
import { Facts } from '#web/detail.ts'
import { useFormat } from '#web/format.ts'
import { go } from '#web/navigate.ts'
import { useWords, type CircuitFull } from '../words.ts'

type Change = Partial<Pick<CircuitFull, 'contract' | 'technology'>>

/** What is written of a circuit, changed where it stands. */
export function CircuitFacts({ circuit, isWriter }: { circuit: CircuitFull; isWriter: boolean }) {
  const { t } = useTranslation('network')
  const format = useFormat()
  const words = useWords()
  const update = useApiMutation('PATCH /circuits/:id', { refetches: ['GET /circuits/:id'] })
  const save = (change: Change) => update.mutateAsync({ id: circuit.id, ...change, ifMatch: circuit.version })
  const add = isWriter ? () => go(`/circuits/${circuit.id}/edit`) : undefined
  return (
    <Facts
      facts={[
        {
          label: t('circuit.technology'),
          value: t(`technology.${circuit.technology}`),
          edit: isWriter
            ? {
                value: circuit.technology,
                save: (value) => save({ technology: value as CircuitFull['technology'] }),
                choices: words.technologies,
              }
            : undefined,
        },
        {
          label: t('circuit.downShort'),
          value: circuit.downBps === null ? null : format.unit(circuit.downBps, 'bit/s'),
          add,
        },
        {
          label: t('circuit.upShort'),
          value: circuit.upBps === null ? null : format.unit(circuit.upBps, 'bit/s'),
          add,
        },
        {
          label: t('circuit.contract'),
          value: circuit.contract,
          edit: isWriter
            ? { value: circuit.contract, save: (value) => save({ contract: value }) }
            : undefined,
        },
        { label: t('changedAt'), value: <Ago at={circuit.updatedAt} /> },
      ]}
    />
  )
}
