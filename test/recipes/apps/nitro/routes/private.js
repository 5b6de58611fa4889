export default () => new Response('no token', { status: 401 })
