/** Express 4 is installed beside 5 under another name; for what the tests use, the types of 5 fit. */
declare module 'express4' {
  export { default } from 'express'
}
