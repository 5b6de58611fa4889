// What the rest of a server answers.
export function app({ url }, response) {
  response.statusCode = { '/private': 401, '/broken': 500 }[url] ?? 404
  response.end()
}
