export type { EventInstance, EventKind } from './events/event.ts'
export { listener, type Listener, type Heard, type ListenerContext } from './events/listener.ts'
export { createOutbox, outboxChannel, type Outbox } from './events/outbox.ts'
export { deliverDue } from './events/deliver.ts'
