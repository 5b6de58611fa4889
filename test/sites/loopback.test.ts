import t from 'tap'
import { isLocalhost, isLoopbackHost } from '../../src/sites/loopback.js'

t.test('addresses of the user’s own machine', async (t) => {
  for (const host of ['localhost', 'a.localhost', 'a.b.localhost', 'localhost.', '127.0.0.1', '127.255.0.9', '[::1]']) {
    t.equal(isLoopbackHost(host), true, host)
  }
  for (const host of [
    '',
    'notlocalhost',
    'localhost.example.com',
    'localhost.localdomain',
    '127.example.com',
    '127.0.0.1.example.com',
    '128.0.0.1',
    '1.127.0.0.1',
    '0.0.0.0',
    '[::]',
    '[::2]',
    '[::ffff:7f00:1]',
    '::1',
  ]) {
    t.equal(isLoopbackHost(host), false, host)
  }
})

t.test('an address is not localhost', async (t) => {
  t.equal(isLocalhost('127.0.0.1'), false)
  t.equal(isLocalhost('x.localhost'), true)
})
