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
  // Any adapter takes a live policy. Here it is passed as an option, so that `policies` could be passed too.
  await app.register(cors, { policy: live })

  // Checking the file's time is slower than fs.watch, but it also works with editors that replace the file, with
  // network file systems and with Kubernetes volumes.
  watchFile(file, { interval: INTERVAL, persistent: false }, async () => {
    try {
      // All or nothing: it throws before anything changes. Running requests keep the policy that they started with.
      live.replace(await read(file))
      console.log(`CORS policy of ${file} loaded: ${live.current.config.origins}`)
    } catch (error) {
      // The message of a CorsConfigError lists every problem with its place.
      console.error(`CORS policy of ${file} refused, the earlier one stays. ${error}`)
    }
  })
  app.addHook('onClose', async () => unwatchFile(file))

  app.get('/orders', async () => [{ id: 1 }])

  return app
}

/**
 * Data from outside: parseConfig checks it as compilePolicy does, and returns the type that livePolicy takes.
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
