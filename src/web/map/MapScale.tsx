import type { Map } from 'maplibre-gl'
import { useEffect, useState } from 'react'
import type { MapLanguage } from './names.ts'
import type { MapWords } from './words.ts'

interface Length {
  metres: number
  pixels: number
}

const EARTH_METRES = 40_075_016.7
const WIDEST = 96

/** How far a stretch of the map is in the middle of the view: the roundest figure that fits. */
export function MapScale(props: { map: Map; words: MapWords; language: MapLanguage }) {
  const { map, words, language } = props
  const [length, setLength] = useState(() => measure(map))
  useEffect(() => {
    const follow = (): void => setLength((last) => keepIfSame(last, measure(map)))
    follow()
    map.on('move', follow)
    return () => {
      map.off('move', follow)
    }
  }, [map])
  const isFar = length.metres >= 1000
  const figure = (isFar ? length.metres / 1000 : length.metres).toLocaleString(language)
  return (
    <div className="map-scale" style={{ width: length.pixels }}>
      {isFar ? words.kilometres(figure) : words.metres(figure)}
    </div>
  )
}

function measure(map: Map): Length {
  const latitude = (map.getCenter().lat * Math.PI) / 180
  const metresPerPixel = (EARTH_METRES * Math.cos(latitude)) / (512 * 2 ** map.getZoom())
  const most = metresPerPixel * WIDEST
  const power = 10 ** Math.floor(Math.log10(most))
  const metres = [5, 2, 1].map((digit) => digit * power).find((round) => round <= most) ?? power
  return { metres, pixels: Math.round(metres / metresPerPixel) }
}

function keepIfSame(last: Length, next: Length): Length {
  return last.metres === next.metres && last.pixels === next.pixels ? last : next
}
