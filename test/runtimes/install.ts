import { join } from 'node:path'
import { run } from '../support/child.js'
import { CACHE, npmInstall } from '../support/npm-install.js'
import type { Runtime } from './runtimes.js'

/** A runtime to run, or why there is none. */
export type Installed = { readonly binary: string } | { readonly reason: string }

/** Installs the runtime into the cache, unless it is there in that version. */
export async function install(runtime: Runtime): Promise<Installed> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return { reason: `${runtime.package} is for Linux on x64, not for ${process.platform} on ${process.arch}` }
  }
  // A folder for each: npm would take one runtime out of a shared folder when it puts another in.
  const folder = join(CACHE, runtime.name.toLowerCase().replace(' ', '-'))
  const binary = join(folder, 'node_modules', runtime.package, runtime.binary)
  const before = await complaint(binary, runtime)
  if (before === undefined) return { binary }
  const failure = await npmInstall(folder, [`${runtime.package}@${runtime.version}`])
  if (failure !== undefined) return { reason: failure }
  const after = await complaint(binary, runtime)
  return after === undefined ? { binary } : { reason: after }
}

/** What is wrong with the binary, by its own words: a package.json is there after half an install, too. */
async function complaint(binary: string, { reports }: Runtime): Promise<string | undefined> {
  try {
    const { code, stdout, stderr } = await run(binary, ['--version'])
    return code === 0 && stdout.startsWith(reports) ? undefined : `${binary} --version: ${code} ${stdout}${stderr}`
  } catch (error) {
    return String(error)
  }
}
