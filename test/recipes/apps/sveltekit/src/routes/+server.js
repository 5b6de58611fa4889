export const GET = async () => new Response('ok')
