import type { Trial } from './trial.tsx'

declare global {
  /** What the trial page offers to tests; there in the browser only. */
  var trial: Trial
}
