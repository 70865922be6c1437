import { ImportPage } from './ImportPage.tsx'

export default function ImportAssetsPage() {
  return <ImportPage noun="assets" />
}
