import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { exampleFile } from '../server/config.ts'

writeFileSync(join(import.meta.dirname, '..', '.env.example'), exampleFile())
