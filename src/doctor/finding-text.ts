import type { Place, Severity } from './finding.js'

/** What is said of a finding; `{name}` stands for a value of the case at hand. */
export interface FindingText {
  readonly severity: Severity
  readonly title: string
  readonly sees: string
  /** The app can mend everything, so it is always there. */
  readonly fix: { readonly app: string } & Readonly<Partial<Record<Exclude<Place, 'app'>, string>>>
}
