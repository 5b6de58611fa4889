/** Packages without types of their own: of each, what is used here. */

type Middleware = import('./wrappers.mjs').Middleware

declare module 'compression' {
  export default function compression(options: { threshold: number }): Middleware
}

declare module 'express-session' {
  export default function session(options: {
    secret: string
    resave: boolean
    saveUninitialized: boolean
    genid(): string
  }): Middleware
}

declare module 'morgan' {
  export default function morgan(format: string, options: { stream: { write(line: string): void } }): Middleware
}

declare module 'on-headers' {
  export default function onHeaders(response: import('node:http').ServerResponse, listener: () => void): void
}

declare module 'on-headers-1.0' {
  export default function onHeaders(response: import('node:http').ServerResponse, listener: () => void): void
}
