import { honoServers } from './hono.js'
import { runTable } from './run-table.js'

runTable(honoServers)
