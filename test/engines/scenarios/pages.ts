import { readFileSync } from 'node:fs'
import { type RawResponse, type RawServer, startRawServer } from '../raw-server.js'

/** The functions that the scenarios call. */
export const PAGE_SCRIPT = readFileSync(new URL('../page/scenarios.js', import.meta.url), 'utf8')

const HTML = '<!doctype html><link rel="icon" href="data:,"><body>'
export const SET_COOKIE = '<script>document.cookie = "page=1"</script>'

/** Serves empty pages. @param script more of their HTML */
export function startPages(script = ''): Promise<RawServer> {
  const body = HTML + script
  const headers = [
    ['Content-Type', 'text/html'],
    ['Content-Length', String(body.length)],
  ] as const
  return startRawServer((): RawResponse => ({ status: 200, headers, body }))
}
