/** Seconds. Firefox remembers a preflight for a day at most, Chromium for two hours: beyond a day a number only misleads. */
export const LONGEST_MAX_AGE = 86_400
