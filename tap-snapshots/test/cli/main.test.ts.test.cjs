/* IMPORTANT
 * This snapshot file is auto-generated, but designed for humans.
 * It should be checked into source control and tracked carefully.
 * Re-generate by setting TAP_SNAPSHOT=1 and running tests.
 * Make sure to inspect the output below.  Do not ignore changes!
 */
'use strict'
exports[`test/cli/main.test.ts > TAP > explain > must match snapshot 1`] = `
cors-policy: --url "api.shop.test/x" has no scheme. Did you mean https://api.shop.test/x?
cors-policy: --url "localhost:3000/x" has no scheme. Did you mean http://localhost:3000/x?
cors-policy: --mode "navigate" is not known. Expected one of cors, no-cors, same-origin
cors-policy: --body "json" is not known. Expected one of text, urlencoded, form-data, bytes, stream
cors-policy: --redirect "x" is not known. Expected one of follow, error, manual
cors-policy: --destination "iframe" is not known. Expected one of image, style, script, module, audio, video, font, eventsource, form, beacon, websocket
cors-policy: --image is short for --destination image, but --destination is "font". Use one of them
cors-policy: --method has no effect on --destination font. Remove it
cors-policy: --header has no effect on --destination image. Remove it

`

exports[`test/cli/main.test.ts > TAP > explains in one line why it cannot run > must match snapshot 1`] = `
cors-policy: unknown command "zap". See cors-policy --help
cors-policy: unknown command "chek". Did you mean check? See cors-policy --help
cors-policy: unknown option --jsn of check. Did you mean --json? See cors-policy --help
cors-policy: unknown option --jsn of check. Did you mean --json? See cors-policy --help
cors-policy: unknown option --jsn of convert. See cors-policy --help
cors-policy: unknown option -j of check. See cors-policy --help
cors-policy: unknown option --__proto__ of check. See cors-policy --help
cors-policy: --json takes no value
cors-policy: unknown option --orgin of explain. Did you mean --origin? See cors-policy --help
cors-policy: --origin needs a value
cors-policy: --origin is followed by --json, which looks like an option. Write --origin=--json if it is a value
cors-policy: unknown option --headr of doctor. Did you mean --header? See cors-policy --help
cors-policy: unknown option --htm of inspect. Did you mean --html? See cors-policy --help
cors-policy: unknown option --form of convert. Did you mean --from? See cors-policy --help
cors-policy: check takes one file: cors-policy check <file>
cors-policy: check takes one file: cors-policy check <file>
cors-policy: unknown option --bogus of check. See cors-policy --help
cors-policy: none.json does not exist
cors-policy: none.mjs does not exist
cors-policy: expected a file, got the folder "folder.json"
cors-policy: expected a file, got a URL. To check a live server, run cors-policy doctor <url> --origin <origin>
cors-policy: expected a file, got a URL. To check a live server, run cors-policy doctor <url> --origin <origin>
cors-policy: expected a file, got a URL. To check a live server, run cors-policy doctor <url> --origin <origin>
cors-policy: expected a file, got a URL. To check a live server, run cors-policy doctor <url> --origin <origin>
cors-policy: expected a .json file or a module, got c.yaml
cors-policy: empty.mjs exports no config. Export one as default, or with the name config
cors-policy: explain needs a config file: cors-policy explain <file> --origin <origin>
cors-policy: missing --origin (the page's origin, for example https://app.example.com)
cors-policy: --config needs a value
cors-policy: missing --origin (the page's origin, for example https://app.example.com)
cors-policy: explain takes one config file. Remove "y"
cors-policy: explain takes one config file. Remove "x"

`
