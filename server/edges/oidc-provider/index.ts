export type { CastMember } from './cast-member.ts'
export { type EmbeddedProvider, embeddedProvider, registerProvider } from './register-provider.ts'
