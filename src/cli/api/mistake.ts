/** What a person typed cannot be done; the sentence says why, and what would be right. */
export class Mistake extends Error {}
