/* IMPORTANT
 * This snapshot file is auto-generated, but designed for humans.
 * It should be checked into source control and tracked carefully.
 * Re-generate by setting TAP_SNAPSHOT=1 and running tests.
 * Make sure to inspect the output below.  Do not ignore changes!
 */
'use strict'
exports[`test/text/command.test.ts > TAP > help > must match snapshot 1`] = `
Usage: cors-policy <command> [options]
       cors-policy <command> --help

  check <file> [--json]
      Lists every problem in a config, or suggests improvements.
      Exit code: 0 no problems, 1 problems.

  explain <file> --origin <origin> [options]
      Shows how a browser would handle a request under this policy, where it
      fails, and how to fix it.
      Exit code: 0 the script gets the response, 1 it does not.

      --method <method>      default GET
      --header <name>        a request header that the script sets, or 'name: value'; repeatable
      --read <name>          a response header that the script reads; repeatable
      --credentials          credentials: 'include'
      --mode <mode>          cors (default), no-cors or same-origin
      --body <kind>          text, urlencoded, form-data, bytes or stream
      --redirect <mode>      follow (default), error or manual
      --destination <what>   an element or API instead of fetch(): image, font, script, module,
                             style, audio, video, eventsource, form, beacon or websocket
      --image                short for --destination image
      --url <url>            default https://server.invalid/
      --link                 also print a link that shows the same in the playground, without secrets
      --json

      Not modelled: response bodies, service workers, Content-Security-Policy,
      HSTS, blocked ports, Referrer-Policy, frames inside pages of other sites,
      data: and blob: URLs.

  doctor <url> --origin <origin> [options]
      Sends a live server the requests a browser would, and reports what is
      wrong, where, and how to fix it. Sends only GET, HEAD and OPTIONS, unless
      you pass --send-actual.
      Exit code: 0 healthy, 1 findings, 2 it could not find out.

      --origin <origin>      the page's origin; repeatable
      --method <method>      default GET. Unsafe methods are replaced by GET unless --send-actual
      --header <name>        a request header that the page sets, or 'name: value'; repeatable
      --read <name>          a response header that the page reads; repeatable
      --credentials          credentials: 'include'
      --cookie <cookie>      a Cookie header to send along; never shown in reports
      --send-actual          send the request itself, whatever its method
      --timeout <seconds>    overall timeout in seconds (default 30)
      --ca <file>            certificates to trust (PEM), in place of the usual ones
      --insecure             accept any certificate
      --follow-private       follow a redirect from a public address to a private one
      --html <file>          also write the report as an HTML page
      --link                 also print a link that shows the preflight, the request and its
                             redirects in the playground, without secrets
      --json

  inspect [file] [options]
      Finds the cause in a HAR file, the output of curl -v or curl -i, headers
      copied from the network panel, or a console message. Sends nothing.
      Reads stdin without a file, or with -.
      Exit code: 0 nothing is wrong, 1 findings, 2 it could not read the input.

      --origin <origin>      the page's origin, if the text does not say it
      --url <url>            the URL, if the text does not say it
      --credentials          the page sends credentials: 'include'
      --html <file>          also write the report as an HTML page
      --link                 also print a link that shows the same in the playground, without secrets
      --json

  convert --from <format> --to <format> [file]
      Converts a CORS configuration. Reads standard input without a file, and
      writes notes about differences to standard error.
      Exit code: 0 converted, 1 refused (the result would be more permissive,
      or the input is not in that format).

      --from config, starlette, express, fastify, s3, r2, gcs, api-gateway,
             ingress-nginx, traefik, istio, kong or headers
      --to   config, starlette, s3, r2, gcs, api-gateway, cloudfront, nginx,
             ingress-nginx, traefik or istio
      --allow <name>[=<origin>]  insecure-origins, public-suffix-subdomains or
                                 public-addresses; repeatable
      --rule <number>        one of several rules
      --pick <path>          one of several configurations in the document
      --name <name>          part of the names of nginx variables

  playground [--port <port>] [--file]
      Serves a page on this machine that shows what browsers do: with your
      config, a request, a HAR file or a console message. Ctrl+C stops it.

      --port <port>          default 2677; 0 for any free port
      --file                 print the path of the page instead, which a browser also opens as a file

Every command takes --lang <language>, en or ko. The default is what LC_ALL,
LC_MESSAGES or LANG says, or en.

A config is a .json file, or a module that exports it as default or as config.
Exit code 2: the command could not run.

`

exports[`test/text/command.test.ts > TAP > usage errors > must match snapshot 1`] = `
Object {
  "allow-unknown": "unknown --allow \\"x\\". Did you mean y? Known: a, b",
  "check-files": "check takes one file: cors-policy check <file>",
  "choice-unknown": "----mode \\"x\\" is not known. Expected one of a, b",
  "command-unknown": "unknown command \\"chek\\". Did you mean y? See cors-policy --help",
  "command-unknown 2": "unknown command \\"chek\\". See cors-policy --help",
  "config-format": "expected a .json file or a module, got a.json",
  "config-missing": "explain needs a config file: cors-policy explain <file> --origin <origin>",
  "config-not-exported": "a.json exports no config. Export one as default, or with the name config",
  "config-twice": "explain takes one config file. Remove \\"a.json\\"",
  "convert-files": "convert takes at most one file; without one it reads stdin",
  "doctor-urls": "doctor takes one URL: cors-policy doctor <url> --origin <origin>",
  "document-not-exported": "a.json has no export named default, config",
  "file-is-folder": "expected a file, got the folder \\"a.json\\"",
  "file-is-url": "expected a file, got a URL. To check a live server, run cors-policy doctor <url> --origin <origin>",
  "file-missing": "a.json does not exist",
  "file-not-json": "a.json is not JSON. Error: why",
  "file-unreadable": "cannot read a.json. Error: why",
  "file-unwritable": "cannot write a.json. Error: why",
  "format-missing": "missing --mode, one of a, b",
  "format-unknown": "unknown format \\"x\\" for --mode. Did you mean y? Known: a, b",
  "image-and-destination": "--image is short for --destination image, but --destination is \\"font\\". Use one of them",
  "inspect-empty": "nothing to inspect: the input is empty",
  "inspect-files": "inspect takes at most one file; without one, or with -, it reads stdin",
  "language-unknown": "unknown --lang \\"x\\". Did you mean y? Known: a, b",
  "module-broken": "cannot load a.json. Error: why",
  "module-broken 2": "cannot load a.ts. TypeError: Unknown file extension \\".ts\\" for a.ts. To load TypeScript, install tsx and set NODE_OPTIONS=--import=tsx",
  "option-unknown": "unknown option --mode of check. Did you mean y? See cors-policy --help",
  "option-with-value": "--mode takes no value",
  "option-without-effect": "----mode has no effect on --destination font. Remove it",
  "option-without-value": "--mode needs a value",
  "origin-missing": "missing --origin (the page's origin, for example https://app.example.com)",
  "page-missing": "a.json does not exist. Run npm run build first",
  "playground-argument": "playground takes no argument, got \\"now\\"",
  "port-denied": "cannot listen on port 2677. Error: why",
  "port-in-use": "port 2677 is in use. If the playground is not running there already, choose another port with --port",
  "port-invalid": "--port expects a number from 0 to 65535, got \\"x\\"",
  "question-invalid": "Error: why",
  "rule-invalid": "--rule expects the number of a rule, from 1, got \\"x\\"",
  "stdin-missing": "convert needs a file, or a document on standard input",
  "timeout-invalid": "--timeout takes seconds, got \\"x\\"",
  "url-without-scheme": "--url \\"a.test/b\\" has no scheme. Did you mean y?",
  "value-ambiguous": "--mode is followed by x, which looks like an option. Write --mode=x if it is a value",
}
`

exports[`test/text/command.test.ts > TAP > words > must match snapshot 1`] = `
Array [
  "cors-policy: message",
  "1 problem",
  "2 problems",
  "no problems",
  "Paste the text, then press Enter and Ctrl+D (on Windows Ctrl+Z and Enter)",
  "1 suggestion",
  "3 suggestions",
  "The playground is at http://127.0.0.1:2677/ (Ctrl+C stops it)",
  "The same in the playground (start it with npx cors-policy playground): http://127.0.0.1:2677/#ask",
  "There is no link to the playground, because this is too large for one.",
  "The playground does not show [vary-missing], which takes more requests than the preflight and the request.",
  "  To accept it: --allow insecure-origins=http://a.test",
  "note: origins: message [code]",
]
`
