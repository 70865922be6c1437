export { cycle, type Cycle, type CycleContext } from './jobs/cycle.ts'
export { createCycleRunner, type CycleHealth, type CycleRunner } from './jobs/runner.ts'
