import { CorsConfigError } from '../../src/config/problems.js'
import type { CorsConfig } from '../../src/config/types.js'
import { CorsConversionError } from '../../src/interop/conversion-error.js'
import type { ConversionNote } from '../../src/interop/note.js'

/** Notes in short: `code path`. */
export function briefNotes({ notes }: { readonly notes: readonly ConversionNote[] }): readonly string[] {
  return notes.map(({ code, path }) => `${code} ${path}`)
}

/** The problems that a conversion refuses with, in short: `code path`. */
export function briefProblems(convert: () => unknown): readonly string[] {
  try {
    convert()
    return ['no problem']
  } catch (error) {
    if (!(error instanceof CorsConfigError || error instanceof CorsConversionError)) throw error
    return error.problems.map(({ code, path }) => `${code} ${path}`)
  }
}

/** The message of the first problem that a conversion refuses with. */
export function firstMessage(convert: () => unknown): string {
  try {
    convert()
    return 'no problem'
  } catch (error) {
    return (error as CorsConversionError).problems[0]?.message ?? ''
  }
}

const SAFELISTED = ['GET', 'HEAD', 'POST']

/** What a config means, whatever way it is written: two that mean the same are deeply equal. */
export function meaningOf(
  config: CorsConfig,
  // With them, `*` covers Authorization.
  credentials: boolean = config.credentials === true,
): Record<string, unknown> {
  const names = (list: '*' | 'none' | readonly string[] | undefined, keep: (name: string) => boolean = () => false) => {
    const all = list === undefined || list === 'none' ? [] : list === '*' ? ['*'] : [...list]
    return [...new Set(all.includes('*') ? ['*', ...all.filter(keep)] : all)].sort()
  }
  return {
    origins: names(config.origins),
    methods: names(config.methods).filter((method) => !SAFELISTED.includes(method)),
    headers: names(config.headers, (name) => name === 'authorization' && !credentials),
    exposeHeaders: names(config.exposeHeaders),
    credentials: config.credentials === true,
    maxAge: config.maxAge,
    preflightStatus: config.preflightStatus ?? 204,
    enforce: config.enforce === true,
  }
}
