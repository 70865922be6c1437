/** A page with a defect: the frame must outlive it. */
export default function BrokenPage(): never {
  throw new Error('this page is broken on purpose')
}
