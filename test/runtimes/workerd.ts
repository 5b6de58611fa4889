import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, posix, relative } from 'node:path'
import { importsOfFile } from '../support/imports.js'

/**
 * workerd has neither a file system nor a package resolver: its config lists the modules by name, and an import is a
 * path relative to the importing one's name, also if it begins with no dot. So the built package goes in as it is,
 * without a bundler: each module under its path in the repository, each package beside the modules that import it.
 */

const ROOT = join(import.meta.dirname, '../..')
/** What a worker of that day could rely on. */
const COMPATIBILITY_DATE = '2026-01-01'

/** In which form, and from where, packages go in. */
const PACKAGES: Readonly<Record<string, string>> = {
  'ipaddr.js': 'commonJsModule = embed "node_modules/ipaddr.js/lib/ipaddr.js"',
  tldts: 'esModule = embed "node_modules/tldts/dist/index.esm.min.js"',
}

/** Names of modules, and what workerd's config says of each. */
type Modules = Map<string, string>

/**
 * Writes a config that serves a worker on a free port.
 *
 * @param worker its main module, relative to the repository
 * @param input file with the JSON that our workers import
 */
export function writeWorkerdConfig(file: string, worker: string, input: string): void {
  const modules: Modules = new Map()
  addModule(worker, input, modules)
  const toRoot = relative(dirname(file), ROOT)
  const list = [...modules].map(([name, content]) => `(name = "${name}", ${content})`)
  const text = `using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "main", worker = .worker),
    # For fetch() of the upstream server, which is on this machine.
    (name = "internet", network = (allow = ["private"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);

const worker :Workerd.Worker = (
  compatibilityDate = "${COMPATIBILITY_DATE}",
  modules = [
    ${list.join(',\n    ')}
  ],
);
`
  writeFileSync(file, text.replaceAll('embed "', `embed "${toRoot}/`))
}

function addModule(name: string, input: string, modules: Modules): void {
  if (modules.has(name)) return
  modules.set(name, `esModule = embed "${name}"`)
  for (const { specifier, typeOnly } of importsOfFile(join(ROOT, name))) {
    if (typeOnly) continue
    const imported = posix.join(posix.dirname(name), specifier)
    const content = PACKAGES[specifier]
    if (specifier === './input.json') modules.set(imported, `json = embed "${relative(ROOT, input)}"`)
    else if (specifier.startsWith('.')) addModule(imported, input, modules)
    else if (content !== undefined) modules.set(imported, content)
    else addOurs(imported, specifier, input, modules)
  }
}

/** The package or a part of it by its name: a module that hands on what package.json's exports and imports say. */
function addOurs(name: string, specifier: string, input: string, modules: Modules): void {
  const { exports, imports } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  const target = pathIn({ ...exports, ...imports }[specifier.replace('cors-policy', '.')])
  if (target === undefined) throw new Error(`${specifier} is imported, which workerd does not have`)
  modules.set(name, `esModule = "export * from '/${posix.join(target)}'"`)
  addModule(posix.join(target), input, modules)
}

/** What a module gets that is imported: a path, or paths by condition. */
function pathIn(target: unknown): string | undefined {
  if (typeof target !== 'object' || target === null) return target as string | undefined
  return pathIn('import' in target ? target.import : (target as { default?: unknown }).default)
}
