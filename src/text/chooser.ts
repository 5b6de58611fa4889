import { display } from './display.js'

/** For programmers whose policy chooser does not do what it should. */
export const CHOOSER_TEXTS = {
  failed: 'cors-policy: the policy chooser failed, so no other origin is allowed. Logged at most once a minute.',
  promised: 'the policy chooser returned a promise. It must not be async',
  notPolicy: (value: unknown) =>
    `the policy chooser returned ${display(value)}. Return what compilePolicy() or livePolicy() returned, or undefined`,
}
