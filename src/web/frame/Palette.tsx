import { Modal } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useShortcuts } from '../keyboard/shortcuts.ts'
import { palette } from './palette-store.ts'
import styles from './Palette.module.css'
import { usePaletteItems, type PaletteItem } from './use-palette.ts'

/** Ctrl-K: finds any asset, site, person, page or action. */
export function Palette() {
  const isOpen = palette.useIsOpen()
  const openings = palette.useOpenings()
  const { t } = useTranslation('web')
  useShortcuts([
    { keys: 'mod+k', label: t('palette.search'), run: () => (isOpen ? palette.close() : palette.open()) },
  ])
  return (
    <Modal.Root opened={isOpen} onClose={palette.close} yOffset="12vh" size={620} padding={0}>
      <Modal.Overlay />
      <Modal.Content className={styles.content} aria-label={t('palette.title')}>
        <Modal.Body className={styles.body}>
          <PaletteBox key={openings} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

function PaletteBox() {
  const { t } = useTranslation('web')
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const { items, isSearching } = usePaletteItems(typed, true)
  const id = useId()
  const active = Math.min(at, items.length - 1)
  const run = (item: PaletteItem | undefined) => {
    if (!item) return
    palette.close()
    item.run()
  }
  const onKeyDown = (event: React.KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (by !== 0) setAt((active + by + items.length) % Math.max(items.length, 1))
    else if (event.key === 'Enter') run(items[active])
    else return
    event.preventDefault()
  }
  return (
    <>
      <div className={styles.box}>
        <IconSearch size={18} aria-hidden="true" />
        <input
          role="combobox"
          aria-label={t('palette.title')}
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={items[active] ? `${id}-${active}` : undefined}
          aria-autocomplete="list"
          // As soon as it is there: people type at once.
          autoFocus
          value={typed}
          placeholder={t('palette.placeholder')}
          spellCheck={false}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            setAt(0)
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div role="listbox" id={`${id}-list`} aria-label={t('palette.results')} className={styles.list}>
        {items.map((item, index) => (
          <Option
            key={item.id}
            id={`${id}-${index}`}
            item={item}
            isActive={index === active}
            heading={item.group === items[index - 1]?.group ? undefined : t(`palette.groups.${item.group}`)}
            point={() => setAt(index)}
            run={() => run(item)}
          />
        ))}
      </div>
      {items.length === 0 && (
        <p className={styles.none} role="status">
          {isSearching ? t('loading') : t('palette.none', { typed })}
        </p>
      )}
    </>
  )
}

interface OptionProps {
  id: string
  item: PaletteItem
  isActive: boolean
  heading: string | undefined
  point: () => void
  run: () => void
}

function Option({ id, item, isActive, heading, point, run }: OptionProps) {
  const Picture = item.icon
  return (
    <>
      {heading && (
        <div className={styles.heading} role="presentation">
          {heading}
        </div>
      )}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the box above has the keyboard */}
      <div
        role="option"
        id={id}
        aria-selected={isActive}
        tabIndex={-1}
        className={styles.option}
        onPointerMove={point}
        onClick={run}
        ref={(element) => {
          if (isActive) element?.scrollIntoView({ block: 'nearest' })
        }}
      >
        <Picture size={17} stroke={1.7} aria-hidden="true" />
        <span className={styles.label}>{item.label}</span>
        {item.detail && <span className={styles.detail}>{item.detail}</span>}
        {item.keys && (
          <span className={styles.keys} aria-hidden="true">
            {item.keys.split(' ').map((key) => (
              <kbd key={key}>{key.toUpperCase()}</kbd>
            ))}
          </span>
        )}
      </div>
    </>
  )
}
