import type { Test } from 'tap'
import { corsFields } from '../../support/cors-fields.js'
import { exchange } from '../../support/exchange.js'
import type { Row } from '../../support/server-example.js'

export const APP = 'https://app.example.com'
export const OTHER = 'https://app.example.com.evil.com'

/** Checks that the server at the URL answers as the rows say. */
export async function answers(t: Test, url: string, rows: readonly Row[]): Promise<void> {
  for (const [name, path, sent, status, cors] of rows) {
    const received = await exchange(url + path, sent)
    t.strictSame([received.status, corsFields(received.headers)], [status, cors], name)
  }
}

/** Asks until the answer is yes. */
export async function until(ask: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const deadline = Date.now() + DEADLINE
  while (!(await ask())) {
    if (Date.now() > deadline) throw new Error(`not within ${DEADLINE / 1000} s: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, PAUSE))
  }
}

/** In milliseconds. The machine may be busy. */
const DEADLINE = 60_000
const PAUSE = 50
