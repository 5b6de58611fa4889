export const GET = () => new Response('no token', { status: 401 })
