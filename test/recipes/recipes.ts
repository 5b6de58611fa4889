import type { Group } from './frameworks.js'

/** Where an app answers what it is asked. */
export interface Paths {
  readonly answer: string
  /** 401 without a token. */
  readonly rejected: string
  readonly thrown: string
  readonly missing: string
}

export interface Recipe {
  /** The app's file or folder, and what docs/recipes.md calls its code. */
  readonly name: string
  readonly title: string
  /** The package whose version the table shows. */
  readonly package?: string
  /** Where the packages come from. Without one they are development dependencies. */
  readonly group?: Group
  /** What runs it, if not the Node of the tests. */
  readonly runtime?: 'Node 22' | 'Bun' | 'Deno' | 'workerd'
  /** The folder of a project of several files, which is built first. Recipes may share one. */
  readonly project?: string
  /** Run first, in the project's folder. */
  readonly before?: readonly (readonly string[])[]
  /** Run in the app's folder. */
  readonly args?: readonly string[]
  readonly paths?: Partial<Paths>
  /** What the table says of it: what the host answers itself, or what stands in for it. */
  readonly note?: string
  /** There is no way to give it a policy. */
  readonly impossible?: true
}

export const PATHS: Paths = { answer: '/', rejected: '/private', thrown: '/broken', missing: '/none' }

const GRAPHQL: Paths = {
  answer: '/graphql?query={index}',
  rejected: '/graphql?query={secret}',
  thrown: '/graphql?query={broken}',
  missing: '/none',
}
const TRPC = { answer: '/index', rejected: '/secret' }
const UNDER_TRPC = { answer: '/trpc/index', rejected: '/trpc/secret', thrown: '/trpc/broken' }

const NEXT_BINARY = '../../node_modules/next/dist/bin/next'
const NEXT = {
  package: 'next',
  group: 'sites',
  project: 'next',
  before: [[NEXT_BINARY, 'build']],
  args: [NEXT_BINARY, 'start', '-p', '$PORT', '-H', '127.0.0.1'],
} as const

function nextPaths(prefix: string): Paths {
  return {
    answer: `${prefix}/ok`,
    rejected: `${prefix}/private`,
    thrown: `${prefix}/broken`,
    missing: `${prefix}/none`,
  }
}

export const RECIPES: readonly Recipe[] = [
  { name: 'express', title: 'Express', package: 'express' },
  { name: 'connect', title: 'Connect', package: 'connect' },
  {
    name: 'polka',
    title: 'Polka',
    package: 'polka',
    group: 'servers',
    note: 'A handler that throws ends the process: call next(error)',
  },
  { name: 'restify', title: 'Restify', package: 'restify', group: 'servers', runtime: 'Node 22' },
  { name: 'nest-express', title: 'NestJS on Express', package: '@nestjs/core' },
  { name: 'nest-fastify', title: 'NestJS on Fastify', package: '@nestjs/core' },
  { name: 'fastify', title: 'Fastify', package: 'fastify' },
  { name: 'fastify-apollo', title: 'Apollo on Fastify', package: '@apollo/server', group: 'servers', paths: GRAPHQL },
  { name: 'fastify-yoga', title: 'Yoga on Fastify', package: 'graphql-yoga', group: 'servers', paths: GRAPHQL },
  { name: 'fastify-trpc', title: 'tRPC on Fastify', package: '@trpc/server', group: 'servers', paths: UNDER_TRPC },
  {
    name: 'fastify-better-auth',
    title: 'better-auth on Fastify',
    package: 'better-auth',
    group: 'servers',
    paths: { answer: '/api/auth/ok', rejected: '/api/auth/list-sessions' },
  },
  { name: 'koa', title: 'Koa', package: 'koa' },
  { name: 'koa-middleware', title: 'Koa, middleware only', package: 'koa', note: 'Koa stands in for Strapi' },
  { name: 'hapi', title: 'Hapi', package: '@hapi/hapi', group: 'servers' },
  { name: 'hono', title: 'Hono', package: 'hono' },
  { name: 'h3', title: 'H3', package: 'h3' },
  { name: 'elysia', title: 'Elysia', package: 'elysia', group: 'servers', runtime: 'Bun' },
  {
    name: 'next-proxy',
    title: 'Next.js, proxy',
    paths: nextPaths('/proxied'),
    note: 'Next.js answers its 404 and paths outside the matcher',
    ...NEXT,
  },
  {
    name: 'next',
    title: 'Next.js, route handlers',
    paths: nextPaths('/api'),
    note: 'Next.js answers its 404 and OPTIONS of routes without the helper',
    ...NEXT,
  },
  {
    name: 'next-pages',
    title: 'Next.js, pages',
    paths: nextPaths('/api/pages'),
    note: 'Next.js answers its 404',
    ...NEXT,
  },
  {
    name: 'sveltekit',
    project: 'sveltekit',
    title: 'SvelteKit',
    package: '@sveltejs/kit',
    group: 'sites',
    runtime: 'Node 22',
    before: [['../../node_modules/vite/bin/vite.js', 'build']],
    args: ['build/index.js'],
  },
  {
    name: 'astro',
    project: 'astro',
    title: 'Astro',
    package: 'astro',
    group: 'sites',
    runtime: 'Node 22',
    before: [['../../node_modules/astro/bin/astro.mjs', 'build']],
    args: ['dist/server/entry.mjs'],
  },
  {
    name: 'nitro',
    project: 'nitro',
    title: 'Nitro',
    note: 'Nitro answers its 404',
    package: 'nitro',
    group: 'sites',
    before: [['../../node_modules/nitro/dist/cli/index.mjs', 'build']],
    args: ['.output/server/index.mjs'],
  },
  {
    name: 'react-router',
    title: 'React Router',
    package: 'react-router',
    group: 'sites',
    runtime: 'Node 22',
    note: 'A build by hand stands in for the compiler. Where no route matches, no middleware runs',
  },
  { name: 'apollo-express', title: 'Apollo on Express', package: '@apollo/server', group: 'servers', paths: GRAPHQL },
  {
    name: 'apollo-standalone',
    title: 'Apollo standalone',
    package: '@apollo/server',
    group: 'servers',
    paths: { ...GRAPHQL, answer: '/?query={index}', rejected: '/?query={secret}', thrown: '/?query={broken}' },
    impossible: true,
    note: 'It cannot take a policy',
  },
  {
    name: 'trpc-standalone',
    title: 'tRPC standalone',
    package: '@trpc/server',
    group: 'servers',
    paths: { ...TRPC },
  },
  {
    name: 'mcp',
    title: 'MCP server on Express',
    package: '@modelcontextprotocol/sdk',
    group: 'servers',
    paths: { answer: '/mcp' },
  },
  {
    name: 'socket-io',
    title: 'Socket.IO',
    package: 'socket.io',
    group: 'servers',
    paths: { answer: '/socket.io/?EIO=4&transport=polling' },
    note: 'A refused origin gets 403',
  },
  { name: 'vite', title: 'Vite dev server', package: 'vite', group: 'servers' },
  {
    name: 'webpack',
    title: 'webpack dev server',
    package: 'webpack-dev-server',
    group: 'servers',
    runtime: 'Node 22',
  },
  { name: 'bun', title: 'Bun', runtime: 'Bun' },
  { name: 'supabase', title: 'Supabase Edge Functions, Deno', runtime: 'Deno', note: 'Deno stands in for Supabase' },
  { name: 'workers', title: 'Cloudflare Workers', runtime: 'workerd' },
  { name: 'lambda', title: 'AWS Lambda, bare handler', note: 'A server that makes events stands in for API Gateway' },
  { name: 'lambda-serverless-http', title: 'AWS Lambda, serverless-http', package: 'serverless-http' },
  { name: 'lambda-fastify', title: 'AWS Lambda, Fastify', package: '@fastify/aws-lambda', group: 'servers' },
  { name: 'azure', title: 'Azure Functions', package: '@azure/functions', group: 'servers' },
  {
    name: 'firebase',
    title: 'Firebase and Cloud Functions',
    package: '@google-cloud/functions-framework',
    group: 'servers',
    args: [
      '../node_modules/@google-cloud/functions-framework/build/src/main.js',
      '--source=firebase.mjs',
      '--target=api',
    ],
    note: 'functions-framework stands in for the host',
  },
]
