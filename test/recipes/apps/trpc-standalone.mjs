// #region recipe
import { createServer } from 'node:http'
import { createHTTPHandler } from '@trpc/server/adapters/standalone'
import { withCors } from 'cors-policy/node'
import { config } from './config.mjs'
import { appRouter } from './trpc-router.mjs'

const server = createServer(withCors(config, createHTTPHandler({ router: appRouter })))
// #endregion

server.listen(process.env.PORT)
