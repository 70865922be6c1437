/** Everything a page of now is made of. */
export { Figure } from './now/Figure.tsx'
export { NowPage } from './now/NowPage.tsx'
