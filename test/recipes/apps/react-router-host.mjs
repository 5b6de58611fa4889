// What `react-router build` makes of a root with middleware and resource routes, written by hand.
import { createServer } from 'node:http'
import { createRequestHandler } from 'react-router'

export async function hostRoutes(root, loaders) {
  const routes = { root: { id: 'root', path: '', module: root } }
  for (const [id, loader] of Object.entries(loaders)) {
    const place = id === 'index' ? { index: true } : { path: id }
    routes[id] = { id, parentId: 'root', ...place, module: { loader } }
  }
  const entry = { module: { default: (_request, status) => new Response('page', { status }) } }
  const assets = { entry: { module: '', imports: [] }, routes: {}, url: '', version: '1' }
  const build = { entry, routes, assets, publicPath: '/', assetsBuildDirectory: '', future: {}, ssr: true }
  const handle = createRequestHandler({
    ...build,
    isSpaMode: false,
    prerender: [],
    routeDiscovery: { mode: 'initial' },
  })
  const server = createServer(async (request, response) => {
    const { method, headers } = request
    const answer = await handle(new Request(`http://localhost${request.url}`, { method, headers }))
    response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text())
  })
  server.listen(process.env.PORT)
}
