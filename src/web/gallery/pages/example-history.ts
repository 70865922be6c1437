import type { TimelineEntry } from '../../detail.ts'

const hour = 3_600_000

/** What may have happened to a device. */
export function exampleHistory(now: number): TimelineEntry[] {
  return [
    { id: '1', at: now - 0.4 * hour, what: 'Injoignable depuis Brest', state: 'critical' },
    {
      id: '2',
      at: now - 3 * hour,
      who: 'Yann Kervella',
      what: 'Fiche modifiée',
      changes: [
        { label: 'Nom', before: 'sw-brest-1', after: 'sw-bre-0001' },
        { label: 'Responsable', before: null, after: 'Anne Le Goff' },
      ],
    },
    { id: '3', at: now - 5 * hour, what: 'Retour à la normale', state: 'ok' },
    { id: '4', at: now - 30 * hour, who: 'Marie-Thérèse de La Rochefoucauld', what: 'Alerte acquittée' },
    {
      id: '5',
      at: now - 31 * hour,
      what: 'Température élevée dans la baie de gauche du local technique',
      state: 'warning',
    },
    { id: '6', at: now - 200 * hour, what: 'Découvert sur 10.29.0.0/24' },
  ]
}
