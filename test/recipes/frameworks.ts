import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CACHE, npmInstall } from '../support/npm-install.js'

/** Packages that are installed together, in a folder of their own. */
export type Group = 'servers' | 'sites'

/** The pinned versions. What is not here is a development dependency of this package. */
const GROUPS: Readonly<Record<Group, Readonly<Record<string, string>>>> = {
  servers: {
    '@apollo/server': '5.5.1',
    '@as-integrations/express5': '1.1.2',
    '@as-integrations/fastify': '3.1.0',
    '@azure/functions': '4.16.5',
    '@fastify/aws-lambda': '6.4.1',
    '@google-cloud/functions-framework': '5.0.5',
    '@hapi/hapi': '21.4.10',
    '@modelcontextprotocol/sdk': '1.32.2',
    '@trpc/server': '11.25.2',
    'better-auth': '1.7.25',
    elysia: '1.4.30',
    express: '5.3.0',
    fastify: '5.12.8',
    graphql: '16.15.0',
    'graphql-yoga': '5.24.1',
    polka: '0.5.2',
    restify: '12.0.0',
    'socket.io': '4.8.4',
    vite: '8.3.8',
    webpack: '5.113.0',
    'webpack-dev-server': '6.1.0',
    zod: '4.6.7',
  },
  sites: {
    '@astrojs/node': '11.1.6',
    '@sveltejs/adapter-node': '6.0.1',
    '@sveltejs/kit': '3.2.0',
    '@sveltejs/vite-plugin-svelte': '7.3.1',
    astro: '7.3.5',
    next: '16.4.6',
    nitro: '3.0.0',
    react: '19.3.1',
    'react-dom': '19.3.1',
    'react-router': '8.5.1',
    svelte: '5.57.3',
    vite: '8.3.8',
  },
}

/** A folder with `node_modules`, or why there is none. */
export type InstalledGroup = { readonly folder: string } | { readonly reason: string }

/** Installs the packages of a group into the cache, unless they are there in these versions. */
export async function installGroup(group: Group): Promise<InstalledGroup> {
  const folder = join(CACHE, `recipes-${group}`)
  const specs = Object.entries(GROUPS[group]).map(([name, version]) => `${name}@${version}`)
  const done = join(folder, 'installed.json')
  const list = JSON.stringify(specs)
  if (existsSync(done) && readFileSync(done, 'utf8') === list) return { folder }
  const failure = await npmInstall(folder, specs)
  if (failure !== undefined) return { reason: failure }
  // Written last: without it the next run installs again.
  writeFileSync(done, list)
  return { folder }
}

/** The version of a package of a group, `undefined` for a development dependency. */
export function pinnedVersion(name: string): string | undefined {
  return GROUPS.servers[name] ?? GROUPS.sites[name]
}
