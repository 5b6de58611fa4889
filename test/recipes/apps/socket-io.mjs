// #region recipe
import { createServer } from 'node:http'
import { compilePolicy } from 'cors-policy'
import { cors } from 'cors-policy/express'
import { withCors } from 'cors-policy/node'
import { Server } from 'socket.io'
import { config } from './config.mjs'
import { app } from './listener.mjs'

const policy = compilePolicy(config)
const server = createServer(withCors(policy, app))
const io = new Server(server, {
  allowRequest: ({ headers: { origin } }, done) => done(null, origin === undefined || policy.allows(origin)),
})
io.engine.use(cors(policy))
// #endregion

server.listen(process.env.PORT)
