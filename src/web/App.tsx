import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider, type AnyRouter } from '@tanstack/react-router'
import { createRoot } from 'react-dom/client'
import { onSignedOut, queryClient } from './api/query-client.ts'
import { Toasts } from './components/Toasts.tsx'
import { startI18n } from './i18n.ts'
import { go, here } from './navigate.ts'
import { usePreferences, useTheme } from './preferences.ts'
import { routerOf } from './router.tsx'
import { ShellContext, type Shell } from './shell.ts'
import { mantineTheme, mantineVariables } from './theme/mantine.ts'

/** Everything that surrounds the pages: theme, answers, toasts. */
function App({ router, shell }: { router: AnyRouter; shell: Shell }) {
  usePreferences()
  return (
    <MantineProvider
      theme={mantineTheme}
      cssVariablesResolver={mantineVariables}
      forceColorScheme={useTheme()}
    >
      <QueryClientProvider client={queryClient}>
        <ShellContext value={shell}>
          <RouterProvider router={router} />
        </ShellContext>
        <Toasts />
      </QueryClientProvider>
    </MantineProvider>
  )
}

/** Draws the product into the page: the texts first, then the frame and the page that the address names. */
export async function start(shell: Shell): Promise<void> {
  const place = document.getElementById('app')
  if (!place) throw new Error('index.html has no #app')
  await startI18n()
  const router = routerOf(shell.pages)
  // A session that ends while somebody works: forms have kept what was typed, and he comes back to where he was.
  onSignedOut(() => {
    if (!here().startsWith('/sign-in')) go(`/sign-in?next=${encodeURIComponent(here())}`, { replace: true })
  })
  createRoot(place).render(<App router={router} shell={shell} />)
}
