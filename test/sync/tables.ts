import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** What docs/data-origins.md says, for the tests that check it. */

export const POSTGRES = {
  query: 'select origin from tenant_origins',
  check: 'select origin from tenant_origins where origin = any($1)',
  channel: 'tenant_origins',
}

export const REDIS = { key: 'tenant-origins', channel: 'tenant-origins' }

const PAGE = readFileSync(fileURLToPath(new URL('../../docs/data-origins.md', import.meta.url)), 'utf8')

/** The table and its triggers. */
export const SQL = /```sql\n([\s\S]*?)```/.exec(PAGE)?.[1] ?? ''

/** What fails, and what happens then: the rows of the page's table. */
export const FAILURES: ReadonlyMap<string, readonly string[]> = new Map(
  PAGE.split('\n')
    .filter((line) => line.startsWith('| ') && !/^\| (What fails|---)/.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map(([, name = '', ...cells]) => [name, cells.slice(0, -1)]),
)
