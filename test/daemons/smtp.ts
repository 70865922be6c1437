import { SMTPServer } from 'smtp-server'

export interface ReceivedMail {
  to: string[]
  raw: string
  /** A header's value, unfolded. */
  header(name: string): string | undefined
}

export interface TestSmtp {
  port: number
  mails: ReceivedMail[]
  /** Refuses these recipients for now (450) until told otherwise. */
  refuse(recipients: readonly string[]): void
  /** Resolves when this many mails have come. */
  until(count: number, timeoutMs?: number): Promise<ReceivedMail[]>
  stop(): Promise<void>
}

/** A real SMTP server on loopback that keeps what it is given. */
export async function startSmtp(options: { port?: number } = {}): Promise<TestSmtp> {
  const mails: ReceivedMail[] = []
  let refused: readonly string[] = []
  const waiting: { count: number; resolve: () => void }[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address: recipient }, _session, done) {
      if (!refused.includes(recipient)) return done()
      done(Object.assign(new Error('the mailbox is busy'), { responseCode: 450 }))
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        mails.push(
          received(
            session.envelope.rcptTo.map(({ address }) => address),
            Buffer.concat(chunks).toString('utf8'),
          ),
        )
        for (const one of waiting) if (mails.length >= one.count) one.resolve()
        done()
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', () => resolve())
  })
  const address = server.server.address()
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    mails,
    refuse: (recipients) => void (refused = recipients),
    until: (count, timeoutMs = 15_000) =>
      new Promise((resolve, reject) => {
        if (mails.length >= count) return resolve(mails)
        const timer = setTimeout(() => reject(new Error(`${mails.length} of ${count} mails came`)), timeoutMs)
        waiting.push({ count, resolve: () => (clearTimeout(timer), resolve(mails)) })
      }),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function received(to: string[], raw: string): ReceivedMail {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replaceAll(/\r\n[ \t]+/g, ' ')
  return {
    to,
    raw,
    header: (name) => new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1]?.trim(),
  }
}
