import type { AnchorHTMLAttributes, MouseEvent } from 'react'
import { go, prepare } from '../navigate.ts'

type Props = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & { href: string }

/** A link to a page of ours by its address; the page begins to load when it is pointed at. */
export function Link({ href, onClick, onPointerEnter, onFocus, ...rest }: Props) {
  return (
    // oxlint-disable-next-line jsx-a11y/anchor-has-content -- its content comes with the rest
    <a
      href={href}
      onClick={(event) => {
        onClick?.(event)
        if (!staysHere(event) || rest.target) return
        event.preventDefault()
        go(href)
      }}
      onPointerEnter={(event) => {
        onPointerEnter?.(event)
        if (event.pointerType === 'mouse') prepare(href)
      }}
      onFocus={(event) => {
        onFocus?.(event)
        prepare(href)
      }}
      {...rest}
    />
  )
}

/** A plain click: others open a tab or a window, as everywhere. */
export function staysHere(event: MouseEvent): boolean {
  return (
    !event.defaultPrevented &&
    event.button === 0 &&
    !event.metaKey &&
    !event.ctrlKey &&
    !event.shiftKey &&
    !event.altKey
  )
}
