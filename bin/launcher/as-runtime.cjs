'use strict'
// Loaded into npm (by NODE_OPTIONS) when an older Node runs it. npm leaves out, without a word, every optional
// package that its own Node is too old for, and among those are the compiled parts of the tools here; but they are
// for the runtime that Vigie brings. npm knows no setting for that: it looks at process.version.
if (process.env.VIGIE_RUNTIME_VERSION) {
  Object.defineProperty(process, 'version', { value: process.env.VIGIE_RUNTIME_VERSION })
}
