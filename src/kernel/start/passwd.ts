import { readFileSync } from 'node:fs'

/** An account of the operating system. */
export type Account = { name: string; uid: number; gid: number }

/** The account of this name in /etc/passwd. */
export function findAccount(name: string): Account | undefined {
  return accounts().find((account) => account.name === name)
}

/** How to name a user in a message; one without an entry (containers have such) by the number. */
export function nameOfUser(uid: number): string {
  return accounts().find((account) => account.uid === uid)?.name ?? `user ${uid}`
}

function accounts(): Account[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 7)
    .map((fields) => ({ name: fields[0]!, uid: Number(fields[2]), gid: Number(fields[3]) }))
}
