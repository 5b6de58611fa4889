import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Test } from 'tap'
import { freePort, startProgram } from '../proxies.js'

/** Outside of the project, where other users may look: Apache and Varnish do not stay root. */
function folderOf(t: Test): string {
  const folder = mkdtempSync(join(tmpdir(), 'cors-doctor-'))
  chmodSync(folder, 0o755)
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const PYTHON = `
import json, sys
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.responses import JSONResponse
from starlette.routing import Route

async def things(request):
    return JSONResponse({})

app = Starlette(
    routes=[Route('/things', things, methods=['GET', 'PUT', 'POST'])],
    middleware=[Middleware(CORSMiddleware, **json.loads('''ARGUMENTS'''))],
)
`

/** Starlette, which FastAPI takes its CORSMiddleware from. @returns its port */
export async function startStarlette(t: Test, args: Readonly<Record<string, unknown>>): Promise<number> {
  const folder = folderOf(t)
  writeFileSync(join(folder, 'doctor_app.py'), PYTHON.replace('ARGUMENTS', JSON.stringify(args)))
  const port = await freePort(t)
  const command = [
    'doctor_app:app',
    '--app-dir',
    folder,
    '--host',
    '127.0.0.1',
    '--port',
    String(port),
    '--no-access-log',
  ]
  await startProgram(t, 'uvicorn', command, port)
  return port
}

/** Caddy with these lines in its site. @returns its port */
export async function startCaddy(t: Test, site: string): Promise<number> {
  const folder = folderOf(t)
  const port = await freePort(t)
  const file = join(folder, 'Caddyfile')
  writeFileSync(
    file,
    `{\n admin off\n auto_https off\n storage file_system ${folder}\n}\nhttp://127.0.0.1:${port} {\n${site}\n}\n`,
  )
  await startProgram(t, 'caddy', ['run', '--config', file, '--adapter', 'caddyfile'], port, {
    HOME: folder,
    XDG_DATA_HOME: folder,
    XDG_CONFIG_HOME: folder,
  })
  return port
}

const APACHE_MODULES = ['mpm_event', 'authz_core', 'headers', 'rewrite', 'proxy', 'proxy_http', 'setenvif']

/** Apache with these lines. @returns its port */
export async function startApache(t: Test, lines: string): Promise<number> {
  const folder = folderOf(t)
  const port = await freePort(t)
  const file = join(folder, 'httpd.conf')
  const modules = APACHE_MODULES.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`)
  mkdirSync(join(folder, 'public'))
  writeFileSync(join(folder, 'public', 'things'), '{}')
  writeFileSync(
    file,
    [
      ...modules,
      `ServerRoot "${folder}"`,
      `PidFile "${folder}/pid"`,
      `DefaultRuntimeDir "${folder}"`,
      'ServerName 127.0.0.1',
      `Listen 127.0.0.1:${port}`,
      `ErrorLog "${folder}/error.log"`,
      `DocumentRoot "${folder}/public"`,
      `<Directory "${folder}/public">\nRequire all granted\n</Directory>`,
      ...(process.getuid?.() === 0 ? ['User www-data', 'Group www-data'] : []),
      lines,
      '',
    ].join('\n'),
  )
  await startProgram(t, 'apache2', ['-X', '-f', file], port)
  return port
}

/** Varnish in front of a port of 127.0.0.1. @returns its port */
export async function startVarnish(t: Test, target: number, vcl = ''): Promise<number> {
  const folder = folderOf(t)
  const port = await freePort(t)
  const file = join(folder, 'default.vcl')
  writeFileSync(file, `vcl 4.1; backend default { .host = "127.0.0.1"; .port = "${target}"; } ${vcl}`)
  const args = [
    '-F',
    '-j',
    'none',
    '-n',
    join(folder, 'state'),
    '-f',
    file,
    '-a',
    `127.0.0.1:${port}`,
    '-s',
    'malloc,32m',
  ]
  await startProgram(t, 'varnishd', args, port)
  return port
}
