/** A dash where there is nothing to say; on a phone, where no column stands above it, nothing at all. */
export function None() {
  return (
    <span data-none aria-hidden="true">
      —
    </span>
  )
}
