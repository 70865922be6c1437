import { Button, Checkbox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ApiProblem } from '#web/api.ts'
import { Skeleton } from '#web/components/Skeleton.tsx'
import { toast } from '#web/components/toast.ts'
import { Attention } from '#web/detail.ts'
import { go } from '#web/navigate.ts'
import { Counts } from './Counts.tsx'
import styles from './ImportPreview.module.css'
import { MappingTable } from './MappingTable.tsx'
import { LinesTable } from './LinesTable.tsx'
import { importFile, preview, sentenceOf, type Noun, type Preview } from './upload.ts'

interface Props {
  noun: Noun
  file: File
  organisationId: string
  startAgain: () => void
}

/** What would be done with the file, and the button that does it. */
export function ImportPreview({ noun, file, organisationId, startAgain }: Props) {
  const { t } = useTranslation('estate')
  const [mapping, setMapping] = useState<readonly (string | null)[]>()
  const query = useQuery<Preview, ApiProblem>({
    queryKey: ['import', noun, organisationId, file.name, file.size, file.lastModified, mapping],
    queryFn: () => preview(noun, file, { organisationId, mapping }),
    placeholderData: (before) => before,
    gcTime: 0,
    retry: false,
  })
  if (query.error)
    return (
      <Attention
        state="critical"
        action={
          <Button variant="default" onClick={startAgain}>
            {t('import.again')}
          </Button>
        }
      >
        {sentenceOf(query.error) || t('import.unreadable')}
      </Attention>
    )
  if (!query.data) return <Skeleton lines={8} />
  const plan = query.data
  const fields = mapping ?? plan.columns.map(({ field }) => field)
  return (
    <div className={styles.preview} aria-busy={query.isFetching}>
      <MappingTable
        noun={noun}
        plan={plan}
        fields={fields}
        change={(column, field) =>
          // A field stands for one column: whoever takes it takes it away from the other.
          setMapping(fields.map((each, at) => (at === column ? field : each === field ? null : each)))
        }
      />
      <Counts plan={plan} />
      <LinesTable noun={noun} plan={plan} />
      <Foot noun={noun} file={file} organisationId={organisationId} mapping={fields} plan={plan} />
    </div>
  )
}

interface FootProps {
  noun: Noun
  file: File
  organisationId: string
  mapping: readonly (string | null)[]
  plan: Preview
}

function Foot({ noun, file, organisationId, mapping, plan }: FootProps) {
  const { t } = useTranslation('estate')
  const [skipInvalid, setSkipInvalid] = useState(false)
  const [isBusy, setIsBusy] = useState(false)
  const [fault, setFault] = useState<string>()
  const { create, change, wrong } = plan.counts
  const writes = create + change
  const run = async () => {
    setIsBusy(true)
    setFault(undefined)
    try {
      const done = await importFile(noun, file, { organisationId, mapping, skipInvalid })
      toast({ message: t('import.done', { created: done.created, changed: done.changed }) })
      go(`/${noun}?sort=-updatedAt`)
    } catch (error) {
      setFault(sentenceOf(error) || t('import.failed'))
    }
    setIsBusy(false)
  }
  return (
    <div className={styles.foot}>
      {fault && <Attention state="critical">{fault}</Attention>}
      {wrong > 0 && (
        <Checkbox
          checked={skipInvalid}
          onChange={(event) => setSkipInvalid(event.currentTarget.checked)}
          label={t('import.skip', { count: wrong })}
        />
      )}
      <Button
        onClick={() => void run()}
        loading={isBusy}
        disabled={writes === 0 || (wrong > 0 && !skipInvalid)}
      >
        {t('import.verb', { count: writes })}
      </Button>
    </div>
  )
}
