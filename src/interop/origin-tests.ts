/** Conditions on the request's Origin, in the languages of servers and programs. Each part has a limit: the time is linear. */
const TESTS = new RegExp(
  [
    // nginx
    '\\bif\\s{0,9}\\(\\s{0,9}"?\\$http_origin\\b',
    '\\bmap\\s{1,9}"?\\$http_origin\\b',
    // Apache
    '\\bSetEnvIf(?:NoCase)?\\s{1,9}"?Origin\\b',
    '%\\{HTTP[:_]Origin\\}.{0,9}\\s',
    // Caddy
    '\\bheader(?:_regexp)?\\s{1,9}(?:\\w{1,40}\\s{1,9})?Origin\\s',
    // HAProxy
    '\\bhdr(?:_\\w{1,9})?\\(\\s{0,9}origin\\b.{0,40}-[mif]\\b',
    // Programs
    'origin[\'"\\])]{0,4}\\s{0,9}[!=]==?\\s{0,9}[\'"`](?![\'"`])',
    '[^\'"`][\'"`]\\s{0,9}[!=]==?\\s{0,9}[\\w$.[\'"]{0,40}origin\\b',
    '\\b(?:includes|has|indexOf|in_array|contains?|test|match(?:es)?|some|every|find|regex\\w*|preg_match|strpos)\\(.{0,80}origin\\b',
    'origin[\'"\\])]{0,4}\\.(?:includes|indexOf|contains?|match(?:es)?|startsWith|endsWith|starts_with|HasSuffix|HasPrefix)\\(',
  ].join('|'),
  'i',
)

/** Whether a text, without its comments, makes something depend on the request's Origin. */
export function testsOrigin(code: string): boolean {
  return TESTS.test(code)
}
