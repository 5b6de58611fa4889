import { honoServers } from './hono.js'
import { runReplace } from './run-replace.js'

runReplace(honoServers)
