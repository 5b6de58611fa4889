import t from 'tap'
import { nearMisses } from '../../src/sites/near-miss.js'

t.test('near misses', async (t) => {
  const rows: [origin: string, misses: string[]][] = [
    [
      'https://app.example.com',
      [
        'https://app.example.com.cors-policy-doctor.invalid',
        'https://notexample.com',
        'https://appxexample.com',
        'http://app.example.com',
        'https://app.example.com:8443',
      ],
    ],
    [
      'https://example.co.uk:8443',
      [
        'https://example.co.uk.cors-policy-doctor.invalid',
        'https://notexample.co.uk:8443',
        'http://example.co.uk',
        'https://example.co.uk:9443',
      ],
    ],
    ['http://localhost:3000', ['http://localhost.cors-policy-doctor.invalid', 'http://notlocalhost:3000']],
    ['http://10.0.0.1', ['http://10.0.0.1.cors-policy-doctor.invalid', 'http://10.0.0.1:8443']],
    ['https://[::1]:3000', []],
    ['null', []],
    ['capacitor://localhost', []],
  ]
  for (const [origin, misses] of rows) {
    const found = nearMisses(origin).map((miss) => miss.origin)
    t.strictSame(found, misses, origin)
    for (const miss of found) t.equal(new URL(miss).origin, miss, 'as a browser would write it')
  }
})
