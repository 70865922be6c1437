interface Address {
  street: string
  postalCode: string
  city: string
}

/** A postal address on one line, as far as it is known. */
export function addressOf({ street, postalCode, city }: Address): string {
  return [street, [postalCode, city].filter(Boolean).join(' ')].filter(Boolean).join(', ')
}
