// #region recipe
import { withCors } from 'cors-policy/fetch'
import { config } from './config.mjs'

const handler = withCors(config, (_request, next) => next())
export const middleware = [({ request }, next) => handler(request, next)]
// #endregion

const { answer } = await import('./fetch-app.mjs')
const { hostRoutes } = await import('./react-router-host.mjs')

const loader = ({ request }) => answer(request)
await hostRoutes({ middleware }, { index: loader, private: loader, broken: loader })
