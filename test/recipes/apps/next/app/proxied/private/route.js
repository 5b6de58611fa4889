export const GET = async () => new Response('no token', { status: 401 })
