export { type Access, type AccessSettings, createAccess } from './access.ts'
