/** Programs whose configuration is not read, by what shows in it. */
const PROGRAMS: readonly (readonly [program: string, signs: RegExp])[] = [
  // Its reader says more.
  ['', /\bCORSMiddleware\s*,/],
  ['Spring', /@CrossOrigin\b|\baddCorsMappings\b|\bCorsConfigurationSource\b/],
  ['ASP.NET Core', /\.(?:WithOrigins|SetIsOriginAllowed|AllowAnyOrigin)\(/],
  ['rack-cors', /\bRack::Cors\b/],
  ['Laravel', /['"]allowed_?origins['"]\s*=>/i],
  [
    'django-cors-headers',
    /^[^\S\n]*CORS_(?:ALLOW_ALL_ORIGINS|ALLOWED_ORIGIN|ALLOW_CREDENTIALS|ORIGIN_(?:ALLOW|WHITE))/m,
  ],
  ['Flask-CORS', /\bflask_cors\b/],
  ['a Go package (rs/cors, gin-contrib/cors)', /\bcors\.(?:Options|Config)\s*\{/],
  ['Azure', /\bMicrosoft\.\w+\/|"azurerm_\w+"/],
  ['CloudFront', /\baccess_?control_?allow_?origins\b/i],
  ['Envoy', /\ballow_origin_string_match\b/],
  ['the Kubernetes Gateway API', /\bapiVersion:\s*gateway\.networking\.k8s\.io\//],
]

/** The program that a text configures, if it is one of those. */
export function unreadProgram(document: unknown): string | undefined {
  if (typeof document !== 'string') return undefined
  return PROGRAMS.find(([, signs]) => signs.test(document))?.[0] || undefined
}
