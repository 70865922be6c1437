import { fold } from '#kernel/fold'

/** A path of sites in whatever way it is written: `Nord › Brest`, `Nord > Brest`, `Nord/Brest`. */
export function foldPath(path: string): string {
  return path.split(/[›>/]/).map(fold).filter(Boolean).join(' › ')
}
