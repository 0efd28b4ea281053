import { readConfig } from '../server/config.ts'
import { must } from '../server/kit/must.ts'
import { serve } from '../server/main.ts'

// One server process of its own, for the drills that kill it: says READY once it answers.
const config = readConfig()
const server = await serve({
  config: { ...config, dataKey: must(config.dataKey, 'DATA_KEY') },
  databaseUrl: must(config.databaseUrl, 'DATABASE_URL'),
  town: true,
})
process.on('SIGTERM', () => void server.close().then(() => process.exit(0)))
console.log('READY')
