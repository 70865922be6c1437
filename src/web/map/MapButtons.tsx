import { IconFocusCentered, IconMinus, IconPlus } from '@tabler/icons-react'
import type { MapWords } from './words.ts'

interface MapButtonsProps {
  words: MapWords
  onZoomIn: () => void
  onZoomOut: () => void
  onShowAll: () => void
}

/** Nearer, farther, everything. */
export function MapButtons({ words, onZoomIn, onZoomOut, onShowAll }: MapButtonsProps) {
  const icon = { size: 18, stroke: 1.75, 'aria-hidden': true }
  return (
    <div className="map-buttons">
      <button type="button" title={words.showAll} aria-label={words.showAll} onClick={onShowAll}>
        <IconFocusCentered {...icon} />
      </button>
      <div className="map-buttons-pair">
        <button type="button" title={words.zoomIn} aria-label={words.zoomIn} onClick={onZoomIn}>
          <IconPlus {...icon} />
        </button>
        <button type="button" title={words.zoomOut} aria-label={words.zoomOut} onClick={onZoomOut}>
          <IconMinus {...icon} />
        </button>
      </div>
    </div>
  )
}
