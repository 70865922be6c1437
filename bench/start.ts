import { printTable, seconds, type Figure } from './stage/figures.ts'
import { emptyFolder, startMeasured } from './stage/product.ts'

/** First start in an empty folder, then starts on the data that it made. */
export async function run(): Promise<void> {
  // A start whose web UI is stale builds it: not what is measured here.
  const before = await emptyFolder()
  await (await startMeasured(before.path)).stop()
  await before.remove()

  const folder = await emptyFolder()
  const figures: Figure[] = []
  try {
    const cold = await startMeasured(folder.path)
    await cold.stop()
    figures.push({ what: 'start, cold', figure: seconds(cold.readyMs), how: 'empty data and compile cache' })
    const warm: number[] = []
    for (let time = 0; time < 5; time += 1) {
      const product = await startMeasured(folder.path)
      warm.push(product.readyMs)
      await product.stop()
    }
    const [best, middle] = [Math.min(...warm), warm.toSorted((a, b) => a - b)[2]!]
    figures.push({
      what: 'start, warm',
      figure: `${seconds(middle)} (best ${seconds(best)})`,
      aim: '2 s',
      how: 'median of 5 starts on those data',
    })
  } finally {
    await folder.remove()
  }
  printTable(figures)
}
