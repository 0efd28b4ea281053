import { z } from 'zod'

type Schema = {
  type?: string
  format?: string
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  properties?: Record<string, Schema>
  items?: Schema
  minimum?: number
}

/** An input that the schema accepts, with `known` values where a property of that name occurs. */
export function sampleOf(schema: z.ZodType, known: Record<string, unknown>): unknown {
  return sample(z.toJSONSchema(schema, { io: 'input' }) as Schema, known)
}

function sample(schema: Schema, known: Record<string, unknown>): unknown {
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  if (schema.anyOf?.[0]) return sample(schema.anyOf[0], known)
  if (schema.type === 'object') {
    const properties = Object.entries(schema.properties ?? {})
    return Object.fromEntries(
      properties.map(([name, inner]) => [name, name in known ? known[name] : sample(inner, known)]),
    )
  }
  if (schema.type === 'array') return []
  if (schema.type === 'integer' || schema.type === 'number') return schema.minimum ?? 1
  if (schema.type === 'boolean') return true
  return schema.format === 'uuid' ? '0199f000-0000-7000-8000-000000000000' : 'woord'
}
