import { rmSync } from 'node:fs'

// Files that no source produces any more must not be packed.
rmSync(new URL('../dist', import.meta.url), { recursive: true, force: true })
