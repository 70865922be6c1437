/** The part of a pino logger that the start needs, so that it can run before there is one. */
export type StartLog = {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}
