import { runReplace } from './run-replace.js'
import { servers } from './servers.js'

runReplace(servers)
