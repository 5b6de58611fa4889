// @ts-check
// What not to write. Other middleware accepts each of the mistakes below; here the server does not start, and one
// error lists them all. Run it: it prints the problems and exits with 1.

import { CorsConfigError, compilePolicy } from 'cors-policy'

const config = {
  origins: [
    // Every site with every user's cookies: browsers reject that, and middleware that "helps" reflects every origin.
    '*',
    // A slash at the end. Browsers send https://app.example.com, so this would never match.
    'https://app.example.com/',
    // Any site can send this origin from a sandboxed frame.
    'null',
    // Without a scheme: http or https?
    'admin.example.com',
    // Anyone can register a name there.
    'https://*.github.io',
    // Anyone on the network path can change this page.
    'http://intranet.example.com',
  ],
  credentials: true,
  // Methods are case-sensitive, and a browser asks for PATCH.
  methods: ['patch'],
  // A response header, which the server sends. The author meant exposeHeaders, or nothing.
  headers: ['Access-Control-Allow-Origin'],
  // With credentials, a browser reads this as a header whose name is an asterisk.
  exposeHeaders: '*',
  // Other middleware calls headers this. If it were ignored, the policy would not be the one that you wrote.
  allowedHeaders: ['content-type'],
  // A week. Browsers stop at a day, or at two hours.
  maxAge: 604_800,
}

try {
  // @ts-expect-error The types refuse it before it runs.
  compilePolicy(config)
} catch (error) {
  // Caught only to print it. In a server, let it throw: app.register(cors, config) does not start either.
  if (!(error instanceof CorsConfigError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
