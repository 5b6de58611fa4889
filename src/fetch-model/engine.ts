/** The browsers' engines, as far as they differ. */
export type Engine = 'chromium' | 'firefox' | 'webkit'

/** Seconds for which each engine remembers a preflight at most. */
export const PREFLIGHT_LIMITS: Readonly<Record<Engine, number>> = { chromium: 7200, firefox: 86_400, webkit: 600 }
