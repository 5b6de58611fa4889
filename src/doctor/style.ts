import { html } from './html.js'

/** The report's look, in light and in dark. */
export const STYLE = html`
:root { color-scheme: light dark; --bad: #b3261e; --good: #146c2e; --line: #8886; }
@media (prefers-color-scheme: dark) { :root { --bad: #ff8a80; --good: #7fdb95; } }
body { font: 16px/1.5 system-ui, sans-serif; margin: 0; }
html:lang(ko) { word-break: keep-all; }
main { max-width: 60rem; margin: auto; padding: 1rem; }
h1 { font-size: 1.2rem; overflow-wrap: anywhere; }
h2 { margin-top: 2rem; }
h3 { margin: 0 0 .5rem; font-size: 1rem; overflow-wrap: anywhere; }
h3 code { font-weight: normal; opacity: .7; }
.verdict { font-size: 1.3rem; font-weight: bold; }
.bad, .critical .severity, .error .severity, .failed { color: var(--bad); }
.good { color: var(--good); }
.finding { border: 1px solid var(--line); border-left-width: .4rem; border-radius: .3rem; padding: .8rem; margin: 1rem 0; }
.critical, .error { border-left-color: var(--bad); }
.severity { text-transform: uppercase; font-size: .8rem; }
figure { margin: .5rem 0; }
figcaption { font-size: .85rem; opacity: .7; overflow-wrap: anywhere; }
pre { margin: .2rem 0; padding: .4rem .6rem; background: #8881; overflow-x: auto; font-size: .85rem; }
pre.response { border-left: 3px solid var(--line); }
pre.console { white-space: pre-wrap; overflow-wrap: anywhere; }
.fix { font-weight: bold; }
.explains, details { font-size: .9rem; opacity: .8; }
.failed { font-weight: bold; border: 2px solid var(--bad); padding: .2rem .4rem; }
li { overflow-wrap: anywhere; }
`
