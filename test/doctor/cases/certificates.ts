import { generate } from 'selfsigned'

export interface Certificate {
  readonly key: string
  readonly cert: string
}

const DAY = 86_400_000

/** A certificate for an address or a name, made anew for each run. */
export async function certificateFor(host: string, from = -1, to = 365): Promise<Certificate> {
  const isAddress = /^[\d.]+$/.test(host)
  const altName = isAddress ? { type: 7 as const, ip: host } : { type: 2 as const, value: host }
  const now = Date.now()
  const { private: key, cert } = await generate([{ name: 'commonName', value: host }], {
    notBeforeDate: new Date(now + from * DAY),
    notAfterDate: new Date(now + to * DAY),
    keyType: 'ec',
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: [altName] },
    ],
  })
  return { key, cert }
}
