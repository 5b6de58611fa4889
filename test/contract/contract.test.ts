import { runTable } from './run-table.js'
import { servers } from './servers.js'

runTable(servers)
