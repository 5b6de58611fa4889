// #region recipe
import { withCors } from 'cors-policy/fetch'
import { config } from './config.mjs'
import { answer } from './fetch-app.mjs'
import { hostRoutes } from './react-router-host.mjs'

const handler = withCors(config, (_request, next) => next())
export const middleware = [({ request }, next) => handler(request, next)]
// #endregion

const loader = ({ request }) => answer(request)
await hostRoutes({ middleware }, { index: loader, private: loader, broken: loader })
