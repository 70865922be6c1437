import type { Output } from '#web/api.ts'

/** The histories of our nouns. */
export type HistoryRoute =
  | 'GET /circuits/:id/history'
  | 'GET /addresses/:id/history'
  | 'GET /interfaces/:id/history'
  | 'GET /links/:id/history'
export type Entry = Output<HistoryRoute>['items'][number]
