import { readFileSync } from 'node:fs'
import t from 'tap'
import { main } from '../src/cli/main.js'
import { type CorsConfig, CorsConfigError, compilePolicy } from '../src/index.js'

/** What the README says that programs print, they print. */

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')

/** A block of code and the block of output that stands behind it. */
function pairs(language: string): { code: string; output: string }[] {
  const pattern = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`\\n\\n\`\`\`\\n([\\s\\S]*?)^\`\`\`$`, 'gm')
  return [...readme.matchAll(pattern)].map(([, code = '', output = '']) => ({ code, output }))
}

t.test('the problems of a config', async (t) => {
  const [{ code, output } = { code: '', output: '' }, ...more] = pairs('js throws')
  t.strictSame(more, [])
  const [, config = ''] = /compilePolicy\((\{[\s\S]*\})\)/.exec(code) ?? []
  const error = t.throws(() => compilePolicy(new Function(`return ${config}`)() as CorsConfig), CorsConfigError)
  t.equal(`${String(error)}\n`, output)
})

t.test('the command line tool', async (t) => {
  const cwd = t.testdir({
    'cors.json': JSON.stringify({ origins: ['https://app.example.com'], methods: ['PUT'], credentials: true }),
  })
  const commands = pairs('sh').filter(({ code }) => code.startsWith('npx cors-policy '))
  t.not(commands.length, 0)
  for (const { code, output } of commands) {
    let written = ''
    const stdout = {
      write: (text: string) => {
        written += text
      },
    }
    await main(code.trim().split(' ').slice(2), { stdout, stderr: stdout, env: {}, cwd })
    t.equal(written.includes(output), true, `${code}${written}`)
  }
})
