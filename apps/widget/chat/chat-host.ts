import type { Ask } from '../ask.ts'
import type { Host } from '../host.ts'

/**
 * What the parts of the chat work with. Asking is the chat's own: a module that is loaded apart has
 * errors of its own classes, which those of the first module are no instances of.
 */
export interface ChatHost extends Host {
  ask: Ask
}
