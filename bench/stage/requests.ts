import { get, type Agent } from 'node:http'
import type { Client } from '#test/client'

/** How long each took, once it has been asked fifty times. */
export async function oneAfterAnother(asked: number, ask: () => Promise<number>): Promise<number[]> {
  for (let time = 0; time < 50; time += 1) await ask()
  const times: number[] = []
  for (let time = 0; time < asked; time += 1) times.push(await ask())
  return times
}

/** Until the last byte has come, in milliseconds. */
export function timeOf(agent: Agent, admin: Client, path: string): Promise<number> {
  const began = performance.now()
  const headers = { cookie: admin.cookie!, 'x-vigie-request': '1' }
  return new Promise((resolve, reject) => {
    get(new URL(path, admin.url), { agent, headers }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`${path}: ${answer.statusCode}`))
      answer.resume().once('end', () => resolve(performance.now() - began))
    }).once('error', reject)
  })
}
