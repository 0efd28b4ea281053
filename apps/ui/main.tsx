import { mount } from '../shared/ui/mount.tsx'
import { languages } from '../shared/words/language.ts'
import { CitizensPage } from './citizens-page.tsx'
import { DesignPage } from './design-page.tsx'
import './design-page.css'

if (new URLSearchParams(location.search).has('citizens')) {
  mount(<CitizensPage />, { density: 'generous', languages })
} else {
  mount(<DesignPage />, { density: 'dense', languages: ['nl', 'en'] })
}
