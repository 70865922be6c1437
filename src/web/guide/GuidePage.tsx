import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from '../components/Link.tsx'
import { Skeleton } from '../components/Skeleton.tsx'
import { NotFoundPage } from '../frame/NotFoundPage.tsx'
import { useParams } from '../params.ts'
import { useTitle } from '../title.ts'
import { blocksOf, type Block } from './blocks.ts'
import { chapters, readChapter } from './chapters.ts'
import styles from './GuidePage.module.css'
import { Inline } from './Inline.tsx'

/** A chapter of the guide, in the person's language, with the way to the others. */
export default function GuidePage() {
  const { id: chapter } = useParams()
  const { t, i18n } = useTranslation('web')
  const language = i18n.language === 'en' ? 'en' : 'fr'
  const { data } = useQuery({
    queryKey: ['guide', language, chapter],
    queryFn: () => readChapter(language, chapter),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const known = chapters.find(({ key }) => key === chapter)
  useTitle(known ? t(`guide.${known.key}`) : t('guide.title'))
  if (!known) return <NotFoundPage />
  return (
    <div className={styles.page}>
      <nav aria-label={t('guide.title')} className={styles.chapters}>
        {chapters.map(({ key }) => (
          <Link key={key} href={`/guide/${key}`} aria-current={key === chapter ? 'page' : undefined}>
            {t(`guide.${key}`)}
          </Link>
        ))}
      </nav>
      <article className={styles.text}>
        {data ? blocksOf(data).map((block, at) => <Shown key={at} block={block} />) : <Skeleton lines={8} />}
      </article>
    </div>
  )
}

function Shown({ block }: { block: Block }) {
  if (block.kind === 'code') return <pre>{block.text}</pre>
  if (block.kind === 'paragraph')
    return (
      <p>
        <Inline text={block.text} />
      </p>
    )
  if (block.kind === 'heading') return block.level === 1 ? <h1>{block.text}</h1> : <h2>{block.text}</h2>
  if (block.kind === 'table') return <Table {...block} />
  const List = block.isOrdered ? 'ol' : 'ul'
  return (
    <List>
      {block.items.map((item) => (
        <li key={item}>
          <Inline text={item} />
        </li>
      ))}
    </List>
  )
}

function Table({ head, rows }: { head: string[]; rows: string[][] }) {
  return (
    <div className={styles.table}>
      <table>
        <thead>
          <tr>
            {head.map((cell) => (
              <th key={cell} scope="col">
                <Inline text={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells) => (
            <tr key={cells.join('|')}>
              {cells.map((cell, at) => (
                <td key={at}>
                  <Inline text={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
