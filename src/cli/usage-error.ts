import { type Catalogue, type Coded, render } from '../text/catalogue.js'
import { COMMAND_TEXTS } from '../text/command.js'
import { escapeControls } from '../text/display.js'

interface File {
  readonly file: string
}

interface Choices {
  readonly choices: readonly string[]
}

interface Guess {
  readonly suggestion?: string | undefined
}

/** What the user did wrong. The union is closed. */
export type UsageFault =
  | Coded<'command-unknown', Guess & { readonly name: string }>
  | Coded<'option-unknown', Guess & { readonly command: string; readonly option: string }>
  | Coded<'option-without-value' | 'option-with-value', { readonly option: string }>
  | Coded<'value-ambiguous', { readonly option: string; readonly value: string }>
  | Coded<'file-missing' | 'file-is-folder' | 'config-format' | 'config-not-exported' | 'config-twice', File>
  | Coded<'file-unreadable' | 'file-unwritable' | 'file-not-json' | 'module-broken', File & { readonly why: string }>
  | Coded<'document-not-exported', File & { readonly names: readonly string[] }>
  | Coded<'check-files' | 'doctor-urls' | 'inspect-files' | 'inspect-empty' | 'convert-files' | 'stdin-missing'>
  | Coded<'file-is-url' | 'config-missing' | 'origin-missing'>
  | Coded<'url-without-scheme', { readonly url: string; readonly suggestion: string }>
  | Coded<'choice-unknown', Choices & { readonly option: string; readonly value: string }>
  | Coded<'image-and-destination', { readonly destination: string }>
  | Coded<'option-without-effect', { readonly option: string; readonly destination: string }>
  | Coded<'timeout-invalid' | 'rule-invalid' | 'port-invalid', { readonly value: string }>
  | Coded<'playground-argument', { readonly argument: string }>
  | Coded<'page-missing', File>
  | Coded<'port-in-use', { readonly port: number }>
  | Coded<'port-denied', { readonly port: number; readonly why: string }>
  | Coded<'question-invalid', { readonly why: string }>
  | Coded<'format-missing', Choices & { readonly option: string }>
  | Coded<'format-unknown', Choices & Guess & { readonly option: string; readonly value: string }>
  | Coded<'allow-unknown' | 'language-unknown', Choices & Guess & { readonly value: string }>

const TEXTS: Catalogue<UsageFault> = COMMAND_TEXTS

/** What the user did wrong, in one line: it is printed as it is, and the exit code is 2. */
export class UsageError extends Error {
  readonly fault: UsageFault

  constructor(fault: UsageFault) {
    super(escapeControls(render(TEXTS, fault)))
    this.fault = fault
  }
}
