/** Every option of `CorsConfig`, in the order in which a normalised config holds them. Problems hand it out: it is frozen. */
export const OPTION_NAMES = Object.freeze([
  'origins',
  'methods',
  'headers',
  'exposeHeaders',
  'credentials',
  'maxAge',
  'preflightStatus',
  'enforce',
  'otherwise',
  'dangerouslyAllowInsecureOrigins',
  'dangerouslyAllowPublicSuffixSubdomains',
  'dangerouslyAllowPublicAddresses',
] as const)

export type OptionName = (typeof OPTION_NAMES)[number]
