import { interleavedServers } from './interleave-servers.js'
import { runInterleave } from './run-interleave.js'

runInterleave(interleavedServers)
