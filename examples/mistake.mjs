// @ts-check
// What not to write. Each line below is a mistake that others let through; here the server does not start, and one
// error names them all. Run it: it prints the problems and exits with 1.

import { CorsConfigError, compilePolicy } from 'cors-policy'

const config = {
  origins: [
    // Anyone's cookies for anyone: browsers refuse the pair, and middleware that "helps" reflects every origin.
    '*',
    // A slash at the end. Browsers send https://app.example.com, and the two would never be equal.
    'https://app.example.com/',
    // Any site can have this origin, from a sandboxed frame.
    'null',
    // Without a scheme: http or https?
    'admin.example.com',
    // Anyone can be a neighbour there.
    'https://*.github.io',
    // Whoever is on the same wire can speak as this page.
    'http://intranet.example.com',
  ],
  credentials: true,
  // Methods are case-sensitive, and a browser asks for PATCH.
  methods: ['patch'],
  // A response header, and for the server to send. What was meant is exposeHeaders, or nothing.
  headers: ['Access-Control-Allow-Origin'],
  // With credentials, a browser takes this for a header whose name is an asterisk.
  exposeHeaders: '*',
  // The name that other middleware has for headers. An option that is ignored is a policy that nobody wrote.
  allowedHeaders: ['content-type'],
  // A week. Browsers stop at a day, or at two hours.
  maxAge: 604_800,
}

try {
  // @ts-expect-error The types refuse it before it runs.
  compilePolicy(config)
} catch (error) {
  // Only here, to print it well. In a server, let it be thrown: app.register(cors, config) does not start either.
  if (!(error instanceof CorsConfigError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
