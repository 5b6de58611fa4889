/** What is wrong with the arguments of `cors-policy explain`. */
export const EXPLAIN_USAGE_TEXTS = {
  'config-missing': () => 'missing --config <file>',
  'config-twice': ({ file }: { readonly file: string }) =>
    `explain takes one config file, so "${file}" is one too many. Pass it either as an argument or with --config`,
  'origin-missing': () => "missing --origin (the page's origin, for example https://app.example.com)",
  'url-without-scheme': ({ url, suggestion }: { readonly url: string; readonly suggestion: string }) =>
    `--url "${url}" has no scheme. Did you mean ${suggestion}?`,
  'choice-unknown': ({ option, value, choices }: Choice) =>
    `--${option} "${value}" is not known. Expected one of ${choices.join(', ')}`,
  'image-and-destination': ({ destination }: { readonly destination: string }) =>
    `--image is short for --destination image, but --destination is "${destination}". Use one of them`,
  'option-without-effect': ({ option, destination }: { readonly option: string; readonly destination: string }) =>
    `--${option} has no effect on --destination ${destination}. Remove it`,
}

interface Choice {
  readonly option: string
  readonly value: string
  readonly choices: readonly string[]
}
