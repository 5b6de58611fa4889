import t from 'tap'
import { diagnose } from '../../src/doctor/diagnose.js'
import type { DiagnoseOptions } from '../../src/doctor/options.js'
import { addressesOf, isPrivateAddress, systemResolver } from '../../src/doctor/private-address.js'
import type { Transport } from '../../src/doctor/transport.js'
import { APP } from './good-server.js'

t.test('private addresses', async (t) => {
  for (const address of [
    ...['0.0.0.0', '10.1.2.3', '100.64.0.1', '127.0.0.1', '169.254.169.254', '172.16.0.1', '172.31.255.255'],
    ...['192.168.0.1', '198.18.0.1', '224.0.0.1', '255.255.255.255', '::', '::1', '::ffff:127.0.0.1'],
    ...[
      '::ffff:10.0.0.1',
      '64:ff9b::a00:1',
      '2002:7f00:1::',
      'fc00::1',
      'fd12::1',
      'fe80::1',
      'ff02::1',
      '::127.0.0.1',
    ],
  ]) {
    t.ok(isPrivateAddress(address), address)
  }
  for (const address of [
    '1.1.1.1',
    '93.184.216.34',
    '172.32.0.1',
    '2606:4700::1111',
    '::ffff:8.8.8.8',
    'example.com',
    '',
  ]) {
    t.notOk(isPrivateAddress(address), address)
  }
})

t.test('addresses of hosts', async (t) => {
  const never = async () => {
    throw new Error('ENOTFOUND')
  }
  t.strictSame(await addressesOf('[::1]', never), ['::1'])
  t.strictSame(await addressesOf('10.0.0.1', never), ['10.0.0.1'])
  t.strictSame(await addressesOf('a.localhost', never), ['127.0.0.1'])
  t.strictSame(await addressesOf('no-such-host.invalid', never), [])
  t.ok((await systemResolver('localhost')).every(isPrivateAddress))
})

/** A server that redirects, and what is asked of it. */
function redirecting(location: string) {
  const sent: { url: string; address: string | undefined }[] = []
  const transport: Transport = async ({ url }, { address }) => {
    sent.push({ url, address })
    const isStart = new URL(url).hostname === 'api.example.com'
    const cors = { 'Access-Control-Allow-Origin': '*', Vary: 'Origin' }
    const headers = Object.entries(isStart ? { ...cors, Location: location } : cors)
    return { status: isStart ? 307 : 200, statusText: '', httpVersion: '1.1', headers, bodyBytes: 0 }
  }
  return { sent, transport }
}

const HOSTS: Readonly<Record<string, readonly string[]>> = {
  'api.example.com': ['93.184.216.34'],
  'inside.example.com': ['10.0.0.5'],
  'both.example.com': ['93.184.216.35', '10.0.0.5'],
  'other.example.com': ['93.184.216.36'],
}
const resolve = async (hostname: string) => HOSTS[hostname] ?? []

t.test('no redirect leads from a public address into a private network', async (t) => {
  const rows: [location: string, options: Partial<DiagnoseOptions>, followed: boolean][] = [
    ['http://127.0.0.1:8080/admin', {}, false],
    ['http://[::1]/', {}, false],
    ['http://localhost/', {}, false],
    ['http://169.254.169.254/latest/meta-data', {}, false],
    ['https://inside.example.com/', {}, false],
    ['https://both.example.com/', {}, false],
    ['https://other.example.com/', {}, true],
    ['https://inside.example.com/', { followPrivate: true }, true],
    ['https://inside.example.com/', { resolve: async () => ['10.0.0.9'] }, true],
  ]
  for (const [location, options, followed] of rows) {
    const { sent, transport } = redirecting(location)
    const diagnosis = await diagnose('https://api.example.com/', { origin: APP, transport, resolve, ...options })
    const target = sent.filter(({ url }) => url === new URL(location).href)
    t.equal(target.length > 0, followed, location)
    t.equal(
      diagnosis.findings.some((finding) => finding.code === 'incomplete' && finding.why === 'private'),
      !followed,
    )
    t.equal(diagnosis.complete, followed)
  }
})

t.test('the address that was looked at is the one that is asked', async (t) => {
  const { sent, transport } = redirecting('https://other.example.com/')
  await diagnose('https://api.example.com/', { origin: APP, transport, resolve })
  t.strictSame(
    sent.filter(({ url }) => url.startsWith('https://other')).map(({ address }) => address),
    ['93.184.216.36'],
  )
})
