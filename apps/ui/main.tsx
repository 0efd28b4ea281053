import { mount } from '../shared/ui/mount.tsx'
import { DesignPage } from './design-page.tsx'
import './design-page.css'

mount(<DesignPage />, { density: 'dense', languages: ['nl', 'en'] })
