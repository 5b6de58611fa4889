// @ts-check
// A policy in a JSON file that operators change while the server runs. A bad file changes nothing.
//
//   npm install fastify cors-policy
//   echo '{ "origins": ["https://app.example.com"], "credentials": true }' > cors.json
//   CORS_FILE=cors.json node live-reload.mjs

import { unwatchFile, watchFile } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { livePolicy, parseConfig } from 'cors-policy'
import cors from 'cors-policy/fastify'
import Fastify from 'fastify'

/** How often to look at the file, in milliseconds. */
const INTERVAL = 500

/** @param {string} file */
export async function build(file) {
  // At the start there is no earlier policy to fall back to: with a bad file, the server does not start.
  const live = livePolicy(await read(file))

  const app = Fastify()
  // Any adapter takes a live policy. Here it is an option of its own, so that `policies` can stand beside it.
  await app.register(cors, { policy: live })

  // To look at the file's time is slower than fs.watch, but works with editors that write a new file in its place, with
  // network file systems and with what Kubernetes mounts.
  watchFile(file, { interval: INTERVAL, persistent: false }, async () => {
    try {
      // All or nothing: it throws before anything has changed. Requests under way keep the policy they began with.
      live.replace(await read(file))
      console.log(`CORS policy of ${file} loaded: ${live.current.config.origins}`)
    } catch (error) {
      // The message of a CorsConfigError names all that is wrong, and where.
      console.error(`CORS policy of ${file} refused, the earlier one stays. ${error}`)
    }
  })
  app.addHook('onClose', async () => unwatchFile(file))

  app.get('/orders', async () => [{ id: 1 }])

  return app
}

/**
 * Data from outside: parseConfig checks all of it, as compilePolicy does, and gives it the type that livePolicy takes.
 *
 * @param {string} file
 */
async function read(file) {
  return parseConfig(JSON.parse(await readFile(file, 'utf8')))
}

if (process.argv[1] === import.meta.filename) {
  const { PORT = '3000', CORS_FILE = 'cors.json' } = process.env
  const app = await build(CORS_FILE)
  console.log(`Listening on ${await app.listen({ host: '127.0.0.1', port: Number(PORT) })}`)
}
