/** One setting as the documentation shows it. */
export type Setting<Name extends string = string> = {
  /** The environment variable. */
  name: Name
  /** The key in vigie.yaml, with a dot for each level; null where only the environment may say it. */
  key: string | null
  /** What holds when nobody says otherwise, as it would be written; empty where there is none. */
  default: string
  /** A secret's value is never repeated, not even in the message that it is wrong. */
  isSecret: boolean
  /** Several values: a list in vigie.yaml, commas in the environment. */
  isList: boolean
  en: string
  fr: string
}

type Rest = Partial<Pick<Setting, 'default' | 'isSecret' | 'isList'>>
const setting = <Name extends string>(
  name: Name,
  key: string | null,
  en: string,
  fr: string,
  rest: Rest = {},
): Setting<Name> => Object.freeze({ name, key, default: '', isSecret: false, isList: false, ...rest, en, fr })

/** Every setting, in the order in which the documentation lists them. */
export const settings = Object.freeze([
  setting(
    'VIGIE_DATA',
    'data',
    'Folder of the database, the master key and the files.',
    'Dossier de la base de données, de la clé maîtresse et des fichiers.',
    { default: './data' },
  ),
  setting(
    'VIGIE_LISTEN',
    'listen',
    'Address and port to listen on. Beyond loopback, Vigie speaks HTTPS.',
    'Adresse et port d’écoute. Au-delà de la boucle locale, Vigie parle HTTPS.',
    { default: '127.0.0.1:8420' },
  ),
  setting(
    'VIGIE_URL',
    'url',
    'Public address, for links, mails and cookies. By default, derived from the address listened on.',
    'Adresse publique, pour les liens, les courriels et les cookies. Par défaut, déduite de l’adresse d’écoute.',
  ),
  setting(
    'VIGIE_TRUSTED_PROXIES',
    'trustedProxies',
    'Addresses or prefixes of the reverse proxies whose X-Forwarded headers are believed.',
    'Adresses ou préfixes des mandataires inverses dont les en-têtes X-Forwarded sont crus.',
    { isList: true },
  ),
  setting(
    'VIGIE_TLS_CERT',
    'tls.cert',
    'File of the certificate chain (PEM). Without it, a self-signed certificate where one is needed.',
    'Fichier de la chaîne de certificats (PEM). Sans lui, un certificat autosigné là où il en faut un.',
  ),
  setting(
    'VIGIE_TLS_KEY',
    'tls.key',
    'File of the certificate’s private key (PEM).',
    'Fichier de la clé privée du certificat (PEM).',
  ),
  setting(
    'DATABASE_URL',
    'databaseUrl',
    'An external PostgreSQL, 15 or later. Without it, Vigie runs its own.',
    'Un PostgreSQL externe, version 15 ou plus récente. Sans lui, Vigie exécute le sien.',
    { isSecret: true },
  ),
  setting(
    'VIGIE_ADMIN_EMAIL',
    'admin.email',
    'Mail address of the first administrator, created at the first start.',
    'Adresse électronique du premier administrateur, créé au premier démarrage.',
  ),
  setting(
    'VIGIE_ADMIN_PASSWORD',
    'admin.password',
    'Password of the first administrator, of at least 12 characters.',
    'Mot de passe du premier administrateur, d’au moins 12\u00A0caractères.',
    { isSecret: true },
  ),
  setting(
    'VIGIE_ADMIN_ORGANISATION',
    'admin.organisation',
    'Name of the first organisation, the administrator’s own. By default, what follows the @ of the mail address.',
    'Nom de la première organisation, celle de l’administrateur. Par défaut, ce qui suit le @ de l’adresse électronique.',
  ),
  setting(
    'VIGIE_ADMIN_LANGUAGE',
    'admin.language',
    'Language of the first administrator: fr or en.',
    'Langue du premier administrateur\u00A0: fr ou en.',
    { default: 'fr' },
  ),
  setting(
    'VIGIE_MASTER_KEY',
    'masterKey',
    'Key that protects stored secrets: 32 bytes in base64. By default, a file in the data folder.',
    'Clé qui protège les secrets enregistrés\u00A0: 32\u00A0octets en base64. Par défaut, un fichier du dossier de données.',
    { isSecret: true },
  ),
  setting(
    'VIGIE_SMTP_URL',
    'smtp.url',
    'Mail server until one is set on the screen: smtp://user:password@host:port, or smtps://.',
    'Serveur de courriel tant qu’aucun n’est réglé à l’écran\u00A0: smtp://utilisateur:motdepasse@hôte:port, ou smtps://.',
    { isSecret: true },
  ),
  setting('VIGIE_MAIL_FROM', 'smtp.from', 'Sender of the mails.', 'Expéditeur des courriels.'),
  setting(
    'HTTPS_PROXY',
    'httpsProxy',
    'Proxy for what Vigie will fetch over HTTPS; nothing is yet. Mails, SNMP and pings never go through it.',
    'Mandataire pour ce que Vigie ira chercher en HTTPS\u202F; rien pour l’instant. Les courriels, SNMP et les pings n’y passent jamais.',
    { isSecret: true },
  ),
  setting(
    'NO_PROXY',
    'noProxy',
    'Hosts to reach without that proxy, separated by commas.',
    'Hôtes à joindre sans ce mandataire, séparés par des virgules.',
    { isList: true },
  ),
  setting(
    'VIGIE_LOG_LEVEL',
    'logLevel',
    'What the log keeps: fatal, error, warn, info, debug, trace or silent.',
    'Ce que le journal technique conserve\u00A0: fatal, error, warn, info, debug, trace ou silent.',
    { default: 'info' },
  ),
  setting(
    'VIGIE_ROLES',
    'roles',
    'What this process does: web, worker, or both.',
    'Ce que fait ce processus\u00A0: web, worker, ou les deux.',
    { default: 'web,worker', isList: true },
  ),
  setting(
    'VIGIE_TEST_CONTROL',
    null,
    'Only for tests: path of the socket that moves time and causes faults.',
    'Pour les tests seulement\u00A0: chemin du socket qui déplace le temps et provoque des pannes.',
  ),
])

export type SettingName = (typeof settings)[number]['name']
