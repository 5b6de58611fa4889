import { display } from './display.js'

interface Choice {
  readonly option: string
  readonly value: string
  readonly choices: readonly string[]
}

interface File {
  readonly file: string
}

interface Broken extends File {
  /** What the system or a parser says. */
  readonly why: string
}

interface OfOption {
  readonly option: string
}

interface Guess {
  readonly suggestion?: string | undefined
}

/** What is wrong with a call of `cors-policy`. One line each. */
export const COMMAND_TEXTS = {
  'command-unknown': ({ name, suggestion }: Guess & { readonly name: string }) =>
    `unknown command ${display(name)}.${guess(suggestion)} See cors-policy --help`,
  'option-unknown': ({ command, option, suggestion }: Guess & OfOption & { readonly command: string }) =>
    `unknown option ${option} of ${command}.${guess(suggestion)} See cors-policy --help`,
  'option-without-value': ({ option }: OfOption) => `${option} needs a value`,
  'option-with-value': ({ option }: OfOption) => `${option} takes no value`,
  'value-ambiguous': ({ option, value }: OfOption & { readonly value: string }) =>
    `${option} is followed by ${value}, which looks like an option. Write ${option}=${value} if it is a value`,

  'file-missing': ({ file }: File) => `${file} does not exist`,
  'file-is-url': () =>
    'expected a file, got a URL. To check a live server, run cors-policy doctor <url> --origin <origin>',
  'file-is-folder': ({ file }: File) => `expected a file, got the folder ${display(file)}`,
  'file-unreadable': ({ file, why }: Broken) => `cannot read ${file}. ${why}`,
  'file-unwritable': ({ file, why }: Broken) => `cannot write ${file}. ${why}`,
  'file-not-json': ({ file, why }: Broken) => `${file} is not JSON. ${why}`,
  'module-broken': ({ file, why }: Broken) => `cannot load ${file}. ${why}${typeScriptHint(why)}`,
  'config-format': ({ file }: File) => `expected a .json file or a module, got ${file}`,
  'config-not-exported': ({ file }: File) =>
    `${file} exports no config. Export one as default, or with the name config`,
  'document-not-exported': ({ file, names }: File & { readonly names: readonly string[] }) =>
    `${file} has no export named ${names.join(', ')}`,

  'language-unknown': ({ value, suggestion, choices }: Omit<Choice, 'option'> & Guess) =>
    `unknown --lang ${display(value)}.${guess(suggestion)} Known: ${choices.join(', ')}`,

  'check-files': () => 'check takes one file: cors-policy check <file>',

  'config-missing': () => 'explain needs a config file: cors-policy explain <file> --origin <origin>',
  'config-twice': ({ file }: File) => `explain takes one config file. Remove ${display(file)}`,
  'origin-missing': () => "missing --origin (the page's origin, for example https://app.example.com)",
  'url-without-scheme': ({ url, suggestion }: { readonly url: string; readonly suggestion: string }) =>
    `--url ${display(url)} has no scheme. Did you mean ${suggestion}?`,
  'choice-unknown': ({ option, value, choices }: Choice) =>
    `--${option} ${display(value)} is not known. Expected one of ${choices.join(', ')}`,
  'image-and-destination': ({ destination }: { readonly destination: string }) =>
    `--image is short for --destination image, but --destination is ${display(destination)}. Use one of them`,
  'option-without-effect': ({ option, destination }: OfOption & { readonly destination: string }) =>
    `--${option} has no effect on --destination ${destination}. Remove it`,

  'doctor-urls': () => 'doctor takes one URL: cors-policy doctor <url> --origin <origin>',
  'timeout-invalid': ({ value }: { readonly value: string }) => `--timeout takes seconds, got ${display(value)}`,
  'inspect-files': () => 'inspect takes at most one file; without one, or with -, it reads stdin',
  'inspect-empty': () => 'nothing to inspect: the input is empty',
  /** The doctor's own sentence. */
  'question-invalid': ({ why }: { readonly why: string }) => why,

  'playground-argument': ({ argument }: { readonly argument: string }) =>
    `playground takes no argument, got ${display(argument)}`,
  'page-missing': ({ file }: File) => `${file} does not exist. Run npm run build first`,
  'port-invalid': ({ value }: { readonly value: string }) =>
    `--port expects a number from 0 to 65535, got ${display(value)}`,
  'port-in-use': ({ port }: { readonly port: number }) =>
    `port ${port} is in use. If the playground is not running there already, choose another port with --port`,
  'port-denied': ({ port, why }: { readonly port: number; readonly why: string }) =>
    `cannot listen on port ${port}. ${why}`,

  'convert-files': () => 'convert takes at most one file; without one it reads stdin',
  'stdin-missing': () => 'convert needs a file, or a document on standard input',
  'format-missing': ({ option, choices }: OfOption & { readonly choices: readonly string[] }) =>
    `missing ${option}, one of ${choices.join(', ')}`,
  'format-unknown': ({ option, value, suggestion, choices }: Choice & Guess) =>
    `unknown format ${display(value)} for ${option}.${guess(suggestion)} Known: ${choices.join(', ')}`,
  'allow-unknown': ({ value, suggestion, choices }: Omit<Choice, 'option'> & Guess) =>
    `unknown --allow ${display(value)}.${guess(suggestion)} Known: ${choices.join(', ')}`,
  'rule-invalid': ({ value }: { readonly value: string }) =>
    `--rule expects the number of a rule, from 1, got ${display(value)}`,
}

/** Node 22.18 and later import TypeScript. */
function typeScriptHint(why: string): string {
  return why.includes('file extension ".ts"')
    ? '. To load TypeScript, install tsx and set NODE_OPTIONS=--import=tsx'
    : ''
}

function guess(suggestion: string | undefined): string {
  return suggestion === undefined ? '' : ` Did you mean ${suggestion}?`
}

/** What the commands print around their results. */
export const COMMAND_WORDS = {
  error: (message: string) => `cors-policy: ${message}`,
  problems: (count: number) => (count === 1 ? '1 problem' : `${count} problems`),
  noProblems: 'no problems',
  paste: 'Paste the text, then press Enter and Ctrl+D (on Windows Ctrl+Z and Enter)',
  suggestions: (count: number) => (count === 1 ? '1 suggestion' : `${count} suggestions`),
  playgroundAt: (url: string) => `The playground is at ${url} (Ctrl+C stops it)`,
  /** The link is the last word, so that terminals recognise all of it. */
  link: (link: string) => `The same in the playground (start it with npx cors-policy playground): ${link}`,
  noLink: 'There is no link to the playground, because this is too large for one.',
  notShown: (code: string) =>
    `The playground does not show [${code}], which takes more requests than the preflight and the request.`,
  accept: (name: string, origin: string) => `  To accept it: --allow ${name}=${origin}`,
  note: ({ path, message, code }: { readonly path: string; readonly message: string; readonly code: string }) =>
    `note: ${path}: ${message} [${code}]`,
}
