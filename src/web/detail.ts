/** Everything a detail page is made of. */
export { Attention } from './detail/Attention.tsx'
export { DetailPage, DetailWaiting, type DetailTab } from './detail/DetailPage.tsx'
export { Facts, type Fact } from './detail/Facts.tsx'
export { History, type HistoryEntry, type Names } from './detail/History.tsx'
export { Section } from './detail/Section.tsx'
export { Timeline, type TimelineEntry } from './detail/Timeline.tsx'
