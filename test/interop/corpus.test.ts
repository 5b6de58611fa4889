import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { main } from '../../src/cli/main.js'

/**
 * Configurations as people hold them, with names replaced: the shapes of documentation, templates and repositories. Nearly
 * all are converted, or refused with the text to write instead.
 */

const FOLDER = fileURLToPath(new URL('fixtures/corpus', import.meta.url))
/** What an answer looks like: a suggestion, a line of config, a flag. */
const ANSWER =
  /Did you mean |origins: |List the origins|--allow |List them in origins|Convert one rule|To accept it|--pick|Use an exact match|Use one origin per entry|Write the value|Write a config by hand|Render it first|Write all of them here|Remove one of them|Pass a function that chooses/

/** Code is kept as text, since nothing here runs, checks or formats it. */
const nameOf = (file: string) => file.replace(/\.txt$/, '')

async function convert(file: string, cwd: string): Promise<{ code: number; stdout: string; stderr: string }> {
  const written = { stdout: '', stderr: '' }
  const output = (name: 'stdout' | 'stderr') => ({
    write: (text: string) => {
      written[name] += text
    },
  })
  const io = { stdout: output('stdout'), stderr: output('stderr'), env: {}, cwd, stdin: undefined }
  const from = dialectOf(file)
  return { code: await main(['convert', '--from', from, '--to', 'config', file], io), ...written }
}

const DIALECTS = [
  'starlette',
  'express',
  'fastify',
  's3',
  'r2',
  'gcs',
  'api-gateway',
  'ingress-nginx',
  'traefik',
  'istio',
  'kong',
]

/** What people try with the configuration of a program that is not read. */
const TRIED: Readonly<Record<string, string>> = {
  aspnet: 'headers',
  azure: 'api-gateway',
  cloudfront: 's3',
  django: 'starlette',
  flask: 'starlette',
  gin: 'istio',
  laravel: 'express',
  rack: 'headers',
  rscors: 's3',
  serverless: 'api-gateway',
  spring: 'headers',
}

function dialectOf(file: string): string {
  const known = DIALECTS.find((name) => file.startsWith(`${name}-`))
  return known ?? TRIED[file.replace(/-.*/, '')] ?? 'headers'
}

t.test('converts or refuses each document', async (t) => {
  const outcomes: Record<string, string> = {}
  let answered = 0
  const names = readdirSync(FOLDER).sort()
  const folder = t.testdir(
    Object.fromEntries(names.map((name) => [nameOf(name), readFileSync(join(FOLDER, name), 'utf8')])),
  )
  const files = names.map(nameOf)
  for (const file of files) {
    const { code, stderr } = await convert(file, folder)
    t.ok(code === 0 || code === 1, file)
    const codes = [...stderr.matchAll(/\[([a-z-]+)\]/g)].map(([, name]) => name)
    outcomes[file] = `${code === 0 ? 'converted' : 'refused'} ${codes.join(' ')}`.trim()
    // Each problem has its own line.
    const problems = stderr.split('\n').filter((line) => /^ {2}\S.*\[[a-z-]+\]$/.test(line))
    if (code === 0 || problems.every((line) => ANSWER.test(line)) || ANSWER.test(stderr.split('\n').slice(-2).join()))
      answered++
    else t.comment(`${file}: ${stderr}`)
  }
  t.ok(files.length >= 330, `${files.length} documents`)
  t.ok(new Set(files.map((file) => file.replace(/-\d+\..*$/, ''))).size >= 15, 'dialects')
  t.ok(answered >= files.length * 0.95, `${answered} of ${files.length} are converted, or told what to write`)
  if (process.env['UPDATE_CORPUS'] === '1') {
    writeFileSync(new URL('fixtures/corpus.json', import.meta.url), `${JSON.stringify(outcomes, undefined, 2)}\n`)
  }
  const recorded = JSON.parse(readFileSync(new URL('fixtures/corpus.json', import.meta.url), 'utf8'))
  t.strictSame(outcomes, recorded)
})
