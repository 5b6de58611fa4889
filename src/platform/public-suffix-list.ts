/** What package.json's `imports` name `#public-suffix-list`, wherever no other file is named there. */
export { parse } from 'tldts'
