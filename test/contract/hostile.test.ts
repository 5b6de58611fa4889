import { runHostile } from './run-hostile.js'
import { servers } from './servers.js'

runHostile(servers)
