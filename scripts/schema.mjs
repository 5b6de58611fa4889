// @ts-check
import { writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { rolldown } from 'rolldown'

/** Writes the JSON schema of a config, made from the same table as the options. */
export async function writeSchema() {
  const build = await rolldown({ input: 'src/config/config-schema.ts', tsconfig: false })
  await build.write({ file: '.build/config-schema.mjs' })
  const { configSchema } = await import(pathToFileURL('.build/config-schema.mjs').href)
  writeFileSync('dist/schema.json', `${JSON.stringify(configSchema(), undefined, 2)}\n`)
}
