// #region recipe
import { createServer } from 'node:http'
import { compilePolicy } from 'cors-policy'
import { cors } from 'cors-policy/express'
import { Server } from 'socket.io'
import { config } from './config.mjs'

const policy = compilePolicy(config)
const server = createServer()
const io = new Server(server, {
  allowRequest: ({ headers: { origin } }, done) => done(null, origin === undefined || policy.allows(origin)),
})
io.engine.use(cors(policy))
// #endregion

server.listen(process.env.PORT)
