import { ActionIcon, Button, Popover, TextInput } from '@mantine/core'
import { IconBookmarkPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStored } from '../stored.ts'
import { savedViews } from './saved-views.ts'
import type { Filter, View } from './types.ts'
import { keptOf, type ListSearch } from './use-list-search.ts'
import styles from './ViewTabs.module.css'

interface Props {
  views: readonly View[]
  search: ListSearch
  filters: readonly Filter[]
  listKey: string
}

/** Everything, the page's own views, the person's: as tabs. What is filtered now can be kept as one more. */
export function ViewTabs({ views, search, filters, listKey }: Props) {
  const { t } = useTranslation('web')
  const [own, setOwn] = useStored(savedViews(listKey))
  const now = keptOf(search.raw, filters)
  const all: View = { key: 'all', label: t('list.all'), search: {} }
  const active = search.view ?? 'all'
  const shown = [...views, ...own].find((view) => view.key === active) ?? all
  const isChanged = !isSame(shown.search, now)
  if (views.length + own.length === 0 && !isChanged) return <div className={styles.none} />

  const show = (view: View) => {
    const cleared = Object.fromEntries([...Object.keys(now), 'peek'].map((key) => [key, undefined]))
    search.set({ ...cleared, ...view.search, view: view.key === 'all' ? undefined : view.key }, true)
  }
  return (
    <div className={styles.bar}>
      <div role="group" aria-label={t('list.views')} className={styles.tabs}>
        {[all, ...views, ...own].map((view) => (
          <span key={view.key} className={styles.tab} data-active={view.key === shown.key || undefined}>
            <button type="button" aria-pressed={view.key === shown.key} onClick={() => show(view)}>
              {view.label}
              {view.key === shown.key && isChanged && (
                <i className={styles.changed} title={t('list.viewChanged')} />
              )}
            </button>
            {view.key === shown.key && own.includes(view) && (
              <ActionIcon
                size={20}
                aria-label={t('list.forgetView', { name: view.label })}
                onClick={() => {
                  setOwn(own.filter((kept) => kept !== view))
                  show(all)
                }}
              >
                <IconX size={13} />
              </ActionIcon>
            )}
          </span>
        ))}
      </div>
      {isChanged && (
        <KeepView
          keep={(label) => {
            const key = `own-${Date.now().toString(36)}`
            setOwn([...own, { key, label, search: now }])
            search.set({ view: key })
          }}
        />
      )}
    </div>
  )
}

function KeepView({ keep }: { keep: (label: string) => void }) {
  const { t } = useTranslation('web')
  const [isOpen, setIsOpen] = useState(false)
  const [label, setLabel] = useState('')
  return (
    <Popover opened={isOpen} onChange={setIsOpen} trapFocus position="bottom-start">
      <Popover.Target>
        <button type="button" className={styles.keep} onClick={() => setIsOpen(!isOpen)}>
          <IconBookmarkPlus size={15} aria-hidden="true" />
          {t('list.keepView')}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault()
            if (label.trim() === '') return
            keep(label.trim())
            setIsOpen(false)
            setLabel('')
          }}
        >
          <TextInput
            aria-label={t('list.viewName')}
            placeholder={t('list.viewName')}
            value={label}
            maxLength={60}
            onChange={(event) => setLabel(event.currentTarget.value)}
            data-autofocus
          />
          <Button type="submit" disabled={label.trim() === ''}>
            {t('save')}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}

function isSame(one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...names].every((name) => one[name] === other[name])
}
