import { Client, escapeIdentifier } from 'pg'
import { Trouble } from '../server/kit/trouble.ts'

export type Kind = 'town' | 'empty'

const other: Record<Kind, string> = {
  town: 'start with --empty, or choose another DATA_DIR or DATABASE_URL for the town',
  empty: 'choose another DATA_DIR or DATABASE_URL for an installation of your own',
}

/**
 * Marks a new database as the town's or as an installation of its own, and refuses one that is the
 * other: invented departments never enter a real installation. The mark is the comment on the
 * database; one without a mark that already has departments counts as real. Throws Trouble.
 */
export async function claimInstallation(ownerUrl: string, kind: Kind): Promise<void> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string; mark: string | null; used: boolean }>(
      `select datname as name, substring(shobj_description(oid, 'pg_database') from 'town|empty') as mark,
         exists (select from department) as used
       from pg_database where datname = current_database()`,
    )
    const [{ name, mark, used } = { name: '', mark: null, used: false }] = rows
    const is = mark ?? (used ? 'empty' : null)
    if (is === null)
      await client.query(`comment on database ${escapeIdentifier(name)} is 'onthaal: ${kind}'`)
    else if (is !== kind)
      throw new Trouble(
        is === 'town'
          ? `This database holds the invented town: ${other.empty}.`
          : `This database is an installation of its own, without the town: ${other.town}.`,
      )
  } finally {
    await client.end()
  }
}
