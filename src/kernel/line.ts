import { z } from 'zod'

// Controls (line ends, tabs, ESC), and what turns the direction of the text that follows (Unicode, UAX 9): a log, a mail or
// a list that shows them tells something else than what was typed. Marks of direction and joiners stay: languages need them.
const unprintable = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\ufeff]/u

/** Something that leaves ink: neither blank nor ignorable (zero-width, fillers), nor a mark that stands on nothing. */
const visible = /[^\p{White_Space}\p{Default_Ignorable_Code_Point}\p{C}\p{M}\u2800]/u

/**
 * One line of text that people type: a name, a serial number, a town. Without blanks around it; empty where nothing was
 * typed (`.min(1)` refuses that).
 */
export const Line = z
  .string()
  .trim()
  .refine((text) => !unprintable.test(text), { error: 'kernel:fault.line' })
  .refine((text) => text === '' || visible.test(text), { error: 'kernel:fault.invisible' })
