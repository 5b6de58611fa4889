// @ts-check
// An Express API (4 or 5) that a web app on another origin uses: cookies, JSON bodies, errors that a page can read.
//
//   npm install express cors-policy
//   node express.mjs

import { cors } from 'cors-policy/express'
import express from 'express'

export function build() {
  const app = express()

  // Before everything else. A preflight carries neither a cookie nor a body, so authentication before this would refuse
  // it. Middleware that answers before this, such as a body parser that refuses a body, sends no CORS headers.
  app.use(
    cors({
      origins: ['https://app.example.com', 'http://localhost:5173'],
      methods: ['PUT'],
      headers: ['content-type'],
      credentials: true,
      maxAge: 600,
    }),
  )
  app.use(express.json())

  // For everyone, without cookies. The last policy in the chain sets the headers of the response, but the first one
  // answers preflights. So use this only for requests without a preflight: GET, HEAD, and POST of a form.
  app.get('/status', cors({ origins: '*' }), (_request, response) => {
    response.json({ ok: true })
  })

  /** @type {Map<string, unknown>} */
  const notes = new Map([['1', { title: 'Buy milk' }]])

  app.get('/notes/:id', (request, response) => {
    const note = notes.get(request.params.id)
    if (note === undefined) response.status(404).json({ error: 'no such note' })
    else response.json(note)
  })

  // Not app.put(path, cors(…), handler): Express would answer the preflight itself, before it gets there.
  app.put('/notes/:id', (request, response) => {
    notes.set(request.params.id, request.body)
    response.sendStatus(204)
  })

  return app
}

if (process.argv[1] === import.meta.filename) {
  const { PORT = '3000' } = process.env
  const server = build().listen(Number(PORT), '127.0.0.1', () => {
    const address = /** @type {import('node:net').AddressInfo} */ (server.address())
    console.log(`Listening on http://127.0.0.1:${address.port}`)
  })
}
