import { honoServers } from './hono.js'
import { runHostile } from './run-hostile.js'

runHostile(honoServers)
