// @ts-check
import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { bundleCode } from './bundle-code.mjs'
import { bundlePage } from './bundle-page.mjs'
import { bundleTypes } from './bundle-types.mjs'
import { writeSchema } from './schema.mjs'

/** Makes `dist` of `src`, as package.json's `exports`, `imports` and `bin` say. */

const root = fileURLToPath(new URL('..', import.meta.url))

process.chdir(root)
// Files that no source produces any more must not be packed.
for (const folder of ['dist', '.build/types']) rmSync(folder, { recursive: true, force: true })
await bundleCode()
await bundlePage()
execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], { stdio: 'inherit' })
await bundleTypes('.build/types')
await writeSchema()
