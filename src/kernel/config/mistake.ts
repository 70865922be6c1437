import { StartFault } from '#kernel/start/fault'

/** One thing that is wrong in the settings: where it was said, what was read, what would be right. */
export type Mistake = { where: string; problem: string }

/** Every mistake in the settings at once. */
export class ConfigurationFault extends StartFault {
  readonly mistakes: Mistake[]

  constructor(mistakes: Mistake[]) {
    const count = mistakes.length === 1 ? 'A setting is wrong' : `${mistakes.length} settings are wrong`
    const lines = mistakes.map(({ where, problem }) => `  ${where}: ${problem}`)
    super('start-configuration', `${count}:\n${lines.join('\n')}\n`, 'Put this right and start Vigie again.')
    this.mistakes = mistakes
  }
}
