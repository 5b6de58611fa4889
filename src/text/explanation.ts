/** The fixed words of an explanation. */
export const EXPLANATION = {
  from: (origin: string) => `from ${origin}`,
  modes: (mode: string, credentials: string) => `(mode ${mode}, credentials ${credentials})`,
  preflight: (credentials: boolean) => `(preflight, ${EXPLANATION.credentials(credentials)})`,
  actual: (credentials: boolean) => `(${EXPLANATION.credentials(credentials)})`,
  credentials: (included: boolean) => `${included ? 'with' : 'without'} credentials`,
  /** Where one config is all there is, its `origins` need no mention. */
  reason: ({ reason, matchedBy }: { readonly reason: string; readonly matchedBy?: string | undefined }) =>
    matchedBy === undefined || matchedBy === 'origins' ? reason : `${reason} by ${matchedBy}`,
  noResponse: 'no response',
  cached: '(from the HTTP cache)',
  readable: (names: readonly string[]) =>
    names.length === 0
      ? 'the script can read the response, but none of its headers'
      : `the script can read the response and these headers: ${names.join(', ')}`,
  outcomes: { readable: 'readable', opaque: 'opaque', blocked: 'blocked' },
  failedAt: (outcome: string, step: string) => `${outcome} at ${step}`,
  notes: 'Note',
  fixes: 'Fix',
  console: 'Console',
}
