// #region recipe
import { withCors } from 'cors-policy/fetch'
import { NextResponse } from 'next/server'
import { config as policy } from './config.mjs'

export const proxy = withCors(policy, () => NextResponse.next())
export const config = { matcher: '/proxied/:path*' }
// #endregion
