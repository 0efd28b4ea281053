// The door of `routing`: who takes it.
export { createRouting, type Routing, type RoutingParts } from './routing.ts'
