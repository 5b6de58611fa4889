// What a part of another server answers: middleware.
export function answerNode(request, response, next) {
  if (request.url === '/broken') throw new Error('broken')
  if (request.url === '/private') response.statusCode = 401
  if (request.url === '/' || request.url === '/private') response.end('ok')
  else next()
}
