import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { keepLive } from '../shared/live-page.ts'
import { mount } from '../shared/ui/mount.tsx'
import { App } from './app.tsx'
import './styles.css'

keepLive()
// What did not arrive is asked again by `ask` itself.
const queries = new QueryClient({
  defaultOptions: { queries: { retry: false, refetchOnWindowFocus: false, staleTime: 60_000 } },
})
mount(
  <QueryClientProvider client={queries}>
    <App />
  </QueryClientProvider>,
  { density: 'dense', languages: ['nl', 'en'] },
)
