import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { freePort, waitFor } from '../engines/drivers/wait-for.js'
import { type Program, Workspace } from '../engines/drivers/workspace.js'
import type { ClientResponse } from '../support/client.js'
import { programPath } from '../support/programs.js'
import { ask, fieldOf } from './ask.js'

/** A shared cache in front of a server. */
export interface Cache {
  readonly port: number
  end(): Promise<void>
}

export interface CacheKind {
  readonly program: string
  /** @param origin the port of the server behind it */
  readonly start: (origin: number) => Promise<Cache>
  /** Whether the response came out of the cache. */
  readonly isHit: (response: ClientResponse) => boolean
}

export const CACHES: Readonly<Record<string, CacheKind>> = {
  'nginx, proxy_cache': {
    program: 'nginx',
    start: startNginx,
    isHit: (response) => fieldOf(response, 'x-cache') === 'HIT',
  },
  Varnish: {
    program: 'varnishd',
    start: startVarnish,
    // The number of the request, and of the one that filled the cache.
    isHit: (response) => /^\d+ \d+$/.test(fieldOf(response, 'x-varnish') ?? ''),
  },
}

function startNginx(origin: number): Promise<Cache> {
  return start(async (workspace, port) => {
    const { folder } = workspace
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    const config = `
      ${process.getuid?.() === 0 ? 'user root;' : ''}
      daemon off;
      pid ${folder}/nginx.pid;
      error_log stderr;
      worker_processes 1;
      events { worker_connections 256; }
      http {
        access_log off;
        ${temporary.map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')}
        proxy_cache_path ${folder}/cache keys_zone=images:1m;
        server {
          listen 127.0.0.1:${port};
          location / {
            proxy_pass http://127.0.0.1:${origin};
            proxy_cache images;
            add_header X-Cache $upstream_cache_status always;
          }
        }
      }`
    const file = join(folder, 'nginx.conf')
    await writeFile(file, config)
    return workspace.start(programPath('nginx'), ['-p', folder, '-c', file, '-e', 'stderr'])
  })
}

function startVarnish(origin: number): Promise<Cache> {
  return start(async (workspace, port) => {
    const { folder } = workspace
    const file = join(folder, 'default.vcl')
    await writeFile(file, `vcl 4.1; backend default { .host = "127.0.0.1"; .port = "${origin}"; }`)
    const args = ['-F', '-j', 'none', '-n', join(folder, 'state'), '-f', file]
    return workspace.start(programPath('varnishd'), [...args, '-a', `127.0.0.1:${port}`, '-s', 'malloc,32m'])
  })
}

async function start(run: (workspace: Workspace, port: number) => Promise<Program>): Promise<Cache> {
  const workspace = await Workspace.create()
  try {
    const port = await freePort()
    await waitFor('the cache', await run(workspace, port), () => answers(port))
    return { port, end: () => workspace.end() }
  } catch (error) {
    await workspace.end()
    throw error
  }
}

async function answers(port: number): Promise<true | undefined> {
  try {
    const { status } = await ask(port, '/ready')
    return status === 200 ? true : undefined
  } catch {
    return undefined
  }
}
