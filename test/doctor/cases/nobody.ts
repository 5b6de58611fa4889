import { createServer as createHttpServer, type RequestListener } from 'node:http'
import { createSecureServer } from 'node:http2'
import { createServer as createHttpsServer, type ServerOptions } from 'node:https'
import type { Server } from 'node:net'
import type { Test } from 'tap'
import { serve } from '../../support/serve.js'
import { APP, type Case, CREDENTIALS, GET, ORIGIN, on, PUT_COOKIES, tcp } from './case.js'
import { type Certificate, certificateFor } from './certificates.js'

const fine: RequestListener = (_, response) =>
  void response.writeHead(200, { [ORIGIN]: APP, [CREDENTIALS]: 'true', Vary: 'Origin' }).end()

/** An https server of that certificate. */
const secure =
  (certificate: () => Promise<Certificate>, options: ServerOptions = {}, trusted = true) =>
  async (t: Test) => {
    const made = await certificate()
    const port = await serve(t, createHttpsServer({ ...made, ...options }, fine))
    return { port, url: `https://127.0.0.1:${port}/things`, ask: trusted ? { ca: made.cert } : {} }
  }
const here = () => certificateFor('127.0.0.1')
const https = (server: Server) => async (t: Test) => {
  const port = await serve(t, server)
  return { port, url: `https://127.0.0.1:${port}/things` }
}

async function closedPort(t: Test): Promise<number> {
  const server = createHttpServer()
  const port = await serve(t, server)
  await new Promise((resolve) => server.close(resolve))
  return port
}

const QUICK = { ...GET, timeout: 2000 }

export const NOBODY: readonly Case[] = [
  {
    name: 'a host that does not exist',
    start: async () => ({ port: 0, url: 'http://no-such-host.invalid/' }),
    first: 'dns-failed',
  },
  { name: 'nothing listens', start: closedPort, first: 'connection-refused' },
  { name: 'a server that never answers', start: on(() => tcp(() => {})), ask: QUICK, first: 'timeout' },
  {
    name: 'half of a head, and then nothing',
    start: on(() => tcp((socket) => void socket.write('HTTP/1.1 200 OK\r\nVary: '))),
    ask: QUICK,
    first: 'timeout',
  },
  {
    name: 'a port that closes what it does not know',
    start: on(() => tcp((socket) => void socket.destroy())),
    first: 'connection-failed',
  },
  {
    name: 'SSH, or anything else that is not HTTP',
    start: on(() => tcp((socket) => void socket.end('SSH-2.0-OpenSSH_9.2\r\n'))),
    first: 'connection-failed',
  },
  { name: 'a self-signed certificate', start: secure(here, {}, false), first: 'tls-untrusted' },
  {
    name: 'a certificate for another name',
    start: secure(() => certificateFor('www.example.com')),
    first: 'tls-name-mismatch',
  },
  { name: 'an expired certificate', start: secure(() => certificateFor('127.0.0.1', -30, -1)), first: 'tls-expired' },
  {
    name: 'a certificate that is not valid yet',
    start: secure(() => certificateFor('127.0.0.1', 2, 30)),
    first: 'tls-expired',
  },
  { name: 'http where the page says https', start: https(createHttpServer(fine)), first: 'tls-failed' },
  {
    name: 'TLS 1.0, and nothing newer',
    start: secure(here, { minVersion: 'TLSv1', maxVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' }),
    first: 'tls-failed',
  },
  {
    name: 'a client certificate is wanted',
    start: secure(here, { requestCert: true, rejectUnauthorized: true }),
    first: 'client-certificate-required',
  },
  {
    name: 'a client certificate is wanted, over TLS 1.2',
    start: secure(here, { requestCert: true, rejectUnauthorized: true, maxVersion: 'TLSv1.2' }),
    first: ['client-certificate-required', 'tls-failed'],
  },
  {
    name: 'nginx wants a client certificate, and says so over HTTP',
    start: on(() =>
      createHttpServer((_, response) => {
        response.writeHead(400, { Server: 'nginx' }).end('<title>400 No required SSL certificate was sent</title>')
      }),
    ),
    first: 'client-certificate-required',
  },
  { name: 'a private CA that is passed', start: secure(here), ask: GET, first: 'healthy' },
  {
    name: 'an untrusted certificate that is accepted',
    start: async (t) => {
      const { port, url } = await secure(here, {}, false)(t)
      return { port, url, ask: { insecure: true } }
    },
    ask: GET,
    first: 'healthy',
  },
  {
    name: 'HTTP/2, and nothing else',
    start: async (t) => {
      const certificate = await here()
      const port = await serve(t, createSecureServer({ ...certificate, allowHTTP1: false }, fine as never))
      return { port, url: `https://127.0.0.1:${port}/things`, ask: { ca: certificate.cert } }
    },
    ask: GET,
    first: 'healthy',
  },
  {
    name: '33 kB of headers, which browsers take',
    start: on(() =>
      createHttpServer((_, response) => {
        const big = Object.fromEntries(
          Array.from({ length: 33 }, (__, i) => [`Content-Security-Policy-${i}`, 'x'.repeat(1000)]),
        )
        response.writeHead(200, { ...big, [ORIGIN]: APP, Vary: 'Origin' }).end()
      }),
    ),
    ask: GET,
    first: 'healthy',
  },
  {
    name: 'a head without an end',
    start: on(() =>
      tcp((socket) => void socket.once('data', () => socket.end(`HTTP/1.1 200 OK\r\n${'a: b\r\n'.repeat(200_000)}`))),
    ),
    first: 'connection-failed',
  },
  {
    name: 'a proxy that drops OPTIONS, and answers all else',
    start: on(() =>
      createHttpServer((request, response) =>
        request.method === 'OPTIONS' ? void request.socket.destroy() : fine(request, response),
      ),
    ),
    ask: PUT_COOKIES,
    first: 'preflight-no-response',
  },
]
