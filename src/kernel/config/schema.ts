import { z } from 'zod'
import type { SettingName } from './settings.ts'
import {
  anyText,
  databaseAddress,
  list,
  listenAddress,
  mailAddress,
  mailSender,
  mailServer,
  masterKey,
  oneOf,
  outgoingProxy,
  prefixes,
  someOf,
  webAddress,
} from './values.ts'

/** How each setting is read from its text; a value that nobody gave is undefined, or the setting's default. */
export const schema = z.object({
  VIGIE_DATA: anyText,
  VIGIE_LISTEN: listenAddress,
  VIGIE_URL: webAddress.optional(),
  VIGIE_TRUSTED_PROXIES: prefixes.optional(),
  VIGIE_TLS_CERT: anyText.optional(),
  VIGIE_TLS_KEY: anyText.optional(),
  DATABASE_URL: databaseAddress.optional(),
  VIGIE_ADMIN_EMAIL: mailAddress.optional(),
  VIGIE_ADMIN_PASSWORD: z.string().optional(),
  VIGIE_ADMIN_ORGANISATION: anyText.optional(),
  VIGIE_ADMIN_LANGUAGE: oneOf(['fr', 'en']),
  VIGIE_MASTER_KEY: masterKey.optional(),
  VIGIE_SMTP_URL: mailServer.optional(),
  VIGIE_MAIL_FROM: mailSender.optional(),
  HTTPS_PROXY: outgoingProxy.optional(),
  NO_PROXY: list.optional(),
  VIGIE_LOG_LEVEL: oneOf(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
  VIGIE_ROLES: someOf(['web', 'worker']),
  VIGIE_TEST_CONTROL: anyText.optional(),
} satisfies Record<SettingName, z.ZodType>)

export type Values = z.infer<typeof schema>
