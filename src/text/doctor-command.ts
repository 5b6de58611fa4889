import { display } from './display.js'

/** What is wrong with a call of `cors-policy doctor` or `cors-policy inspect`. One line each. */
export const DOCTOR_COMMAND_TEXTS = {
  oneUrl: () => 'doctor takes one URL: cors-policy doctor <url> --origin <origin>',
  origin: () => "missing --origin (the page's origin, e.g. https://app.example.com)",
  timeout: (given: string) => `--timeout takes seconds, got ${display(given)}`,
  oneFile: () => 'inspect takes at most one file; without one, or with -, it reads stdin',
  empty: () => 'nothing to inspect: the input is empty',
  unreadable: (file: string, why: string) => `cannot read ${file}. ${why}`,
  unwritable: (file: string, why: string) => `cannot write ${file}. ${why}`,
}
