import { enforceRows, enforcing } from './enforce-table.js'
import { honoServers } from './hono.js'
import { runRows } from './run-table.js'

runRows(honoServers, enforcing, enforceRows)
