import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { upload, type Input } from '../api.ts'
import { isProblem } from '../api/problem.ts'
import { ErrorState } from '../components/ErrorState.tsx'
import { Skeleton } from '../components/Skeleton.tsx'
import { toast } from '../components/toast.ts'
import { CsvColumns } from './CsvColumns.tsx'
import { CsvDrop } from './CsvDrop.tsx'
import styles from './CsvImport.module.css'
import { CsvOutcome } from './CsvOutcome.tsx'
import type { ImportInput, ImportRoute, Preview, PreviewRoute } from './types.ts'

interface Props<P extends PreviewRoute> {
  preview: P
  run: ImportRoute
  /** Besides the file: the organisation. */
  input: ImportInput<P>
  /** What a field is called. */
  fieldLabel: (field: string) => string
  /** Downloads what is there already, with the headings that the import knows: what a file may look like. */
  example?: () => void
  done: () => void
}

/** A file, what it would do line by line, then the import itself. Nothing is written before. */
export function CsvImport<P extends PreviewRoute>({
  preview,
  run,
  input,
  fieldLabel,
  example,
  done,
}: Props<P>) {
  const { t } = useTranslation('web')
  const [file, setFile] = useState<File>()
  const [shown, setShown] = useState<Preview>()
  const [error, setError] = useState<unknown>()
  const [isBusy, setIsBusy] = useState(false)

  const attempt = async (work: () => Promise<void>) => {
    setIsBusy(true)
    setError(undefined)
    await work().catch((thrown: unknown) => setError(isProblem(thrown) ? thrown : new Error(String(thrown))))
    setIsBusy(false)
  }
  const look = (chosen: File, mapping?: string) =>
    attempt(async () => {
      setFile(chosen)
      setShown(
        (await upload(preview, chosen, { ...input, mapping } as unknown as Input<P>)) as unknown as Preview,
      )
    })
  const write = (skipInvalid: boolean) =>
    attempt(async () => {
      if (!file || !shown) return
      const mapping = mappingOf(shown)
      const answer = await upload(run, file, { ...input, mapping, skipInvalid: String(skipInvalid) } as never)
      const what = [
        answer.created > 0 && t('csv.create', { count: answer.created }),
        answer.changed > 0 && t('csv.change', { count: answer.changed }),
      ].filter((part) => part !== false)
      toast({ message: t('csv.done', { what: what.join(', ') }) })
      done()
    })
  const restart = () => {
    setFile(undefined)
    setShown(undefined)
    setError(undefined)
  }
  if (error) return <ErrorState error={error} retry={restart} />
  if (!file) return <CsvDrop choose={(chosen) => void look(chosen)} {...(example ? { example } : {})} />
  if (!shown) return <Skeleton lines={8} height={16} />
  return (
    <div className={styles.import} aria-busy={isBusy}>
      <CsvColumns
        preview={shown}
        fieldLabel={fieldLabel}
        map={(mapping) => void look(file, mapping)}
        fileName={file.name}
        restart={restart}
      />
      <CsvOutcome
        preview={shown}
        fieldLabel={fieldLabel}
        isBusy={isBusy}
        write={(skip) => void write(skip)}
      />
    </div>
  )
}

/** The field of each column in order; nothing for a column to leave. */
function mappingOf({ columns }: Preview): string {
  return columns.map(({ field }) => field ?? '').join(',')
}
