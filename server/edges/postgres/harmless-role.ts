import { Trouble } from '../../kit/trouble.ts'

/** As much of a client or pool of `pg` as this needs. */
interface Querying {
  query(text: string): Promise<{ rows: Record<string, unknown>[] }>
}

/**
 * Refuses a role that row-level security cannot hold back: a superuser, one with BYPASSRLS, the
 * owner of the database or of a table, or a member of such a role. Throws Trouble.
 */
export async function assertHarmlessRole(client: Querying): Promise<void> {
  const { rows } = await client.query(`
    select current_user as role, (
      select case
        when bool_or(r.rolsuper) then 'is a superuser'
        when bool_or(r.rolbypassrls) then 'bypasses row-level security'
        when bool_or(exists (
          select from pg_database d where d.datdba = r.oid and d.datname = current_database()
        )) then 'owns the database'
        when bool_or(exists (
          select from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where c.relowner = r.oid and c.relkind in ('r', 'p') and n.nspname !~ '^pg_'
        )) then 'owns tables'
      end
      from pg_roles r
      where pg_has_role(current_user, r.oid, 'member')
    ) as trouble`)
  const { role, trouble } = rows[0] ?? {}
  if (trouble)
    throw new Trouble(
      `The role ${role} of DATABASE_URL ${trouble}, so departments would not be kept apart: use a role that is none of these (DATABASE_OWNER_URL is for the owner).`,
    )
}
