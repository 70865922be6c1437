import { ImportPage } from './ImportPage.tsx'

export default function ImportSitesPage() {
  return <ImportPage noun="sites" />
}
