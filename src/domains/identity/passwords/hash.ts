import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'

/**
 * argon2id with OWASP's second setting (19 MiB, 2 passes, 1 lane; Password Storage Cheat Sheet, 2025), kept in the
 * PHC string form so that the cost can rise later.
 */
const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 }

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const tag = await derive(password, salt, cost)
  const { memory, passes, parallelism } = cost
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${plain(salt)}$${plain(tag)}`
}

/** Whether the password is the one hashed. Takes as long without a hash, so that accounts cannot be told apart. */
export async function passwordMatches(password: string, hashed: string | null): Promise<boolean> {
  const [, , , settings = '', salt = '', tag = ''] = (hashed ?? decoy).split('$')
  const [memory, passes, parallelism] = settings.split(',').map((part) => Number(part.split('=')[1]))
  const expected = Buffer.from(tag, 'base64')
  const given = await derive(password, Buffer.from(salt, 'base64'), {
    memory: memory!,
    passes: passes!,
    parallelism: parallelism!,
    tagLength: expected.length,
  })
  return timingSafeEqual(given, expected) && hashed !== null
}

function derive(
  password: string,
  nonce: Buffer,
  { memory, passes, parallelism, tagLength }: typeof cost,
): Promise<Buffer> {
  return new Promise((resolve, reject) =>
    argon2(
      'argon2id',
      { message: password.normalize('NFKC'), nonce, memory, passes, parallelism, tagLength },
      (error, tag) => (error ? reject(error) : resolve(tag)),
    ),
  )
}

function plain(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '')
}

const decoy = `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${plain(Buffer.alloc(16))}$${plain(Buffer.alloc(32))}`
