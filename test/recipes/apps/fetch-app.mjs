// What the handlers of fetch hosts answer here.
export async function answer(request) {
  const { pathname } = new URL(request.url)
  if (pathname.endsWith('/private')) return new Response('no token', { status: 401 })
  if (pathname.endsWith('/broken')) throw new Error('broken')
  return pathname.endsWith('/none') ? new Response('nothing here', { status: 404 }) : new Response('ok')
}
