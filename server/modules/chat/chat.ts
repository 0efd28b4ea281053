import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Allowance } from '../../kit/allowance.ts'
import type { Clock } from '../../kit/clock.ts'
import type { Db } from '../../kit/db.ts'
import { SealedFiles } from '../../kit/files.ts'
import type { Caller, House } from '../../kit/http.ts'
import type { SettingsCache } from '../clients/index.ts'
import { eraseDue } from './erase-texts.ts'
import { openToOtherSites, routes } from './http.ts'
import type { Parts } from './parts.ts'
import { citizenPresence } from './presence.ts'
import { serveFiles } from './serve-files.ts'
import { chatStream } from './stream.ts'
import { sweepLostCitizens } from './sweep-lost-citizens.ts'
import { authenticateCitizen } from './token.ts'

/** A school behind one address may all start at once; a program may not go on doing so. */
const starts = { burst: 300, perSecond: 5 }
/** Faster than anybody types; a conversation that is read in again after a gap still fits. */
const messages = { burst: 100, perSecond: 5 }

export interface ChatSettings {
  db: Db
  clock: Clock
  cache: SettingsCache
  /** 32 bytes that files are sealed with, the same on every node. */
  dataKey: Buffer
  audit: House['audit']
}

/** Everything that the server needs of chat. */
export function createChat({ db, clock, cache, dataKey, audit }: ChatSettings) {
  const parts: Parts = {
    db,
    clock,
    cache,
    files: new SealedFiles(dataKey),
    audit,
    starts: new Allowance(starts),
    messages: new Allowance(messages),
  }
  return {
    routes: routes(parts),
    streams: [chatStream(parts)],
    presence: citizenPresence(clock),
    /** What one node does every second. */
    sweeps: [() => sweepLostCitizens(db, clock), () => eraseDue(db, clock)],
    openToOtherSites,
    /** Who a citizen's key says they are; null when the request carries none. */
    authenticate: (request: FastifyRequest, token: string | null) =>
      authenticateCitizen(db, request, token),
    /** The addresses beside the operations: files. */
    register: (app: FastifyInstance, authenticate: (request: FastifyRequest) => Promise<Caller>) =>
      serveFiles(app, parts, authenticate),
  }
}
