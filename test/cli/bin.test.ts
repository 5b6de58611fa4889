import t from 'tap'

t.test('the program passes its arguments on, and exits with the code', async (t) => {
  t.intercept(process, 'argv', { value: ['node', 'cors-policy', 'check', 'no-such-file.json'] })
  const written: string[] = []
  t.intercept(process.stderr, 'write', { value: (text: string) => written.push(text) })
  await import('../../src/cli/bin.js')
  const { exitCode } = process
  process.exitCode = undefined
  t.equal(exitCode, 2)
  t.strictSame(written, ['cors-policy: no-such-file.json does not exist\n'])
})
