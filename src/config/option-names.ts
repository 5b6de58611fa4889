/** Every option of `CorsConfig`, in the order in which a normalised config holds them. */
export const OPTION_NAMES = [
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
] as const

export type OptionName = (typeof OPTION_NAMES)[number]
