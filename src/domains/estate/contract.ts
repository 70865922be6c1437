export * from './contract/assets.ts'
export * from './contract/services.ts'
export * from './contract/sites.ts'
export { Id, Level, Name, Notes, Time } from './contract/values.ts'
