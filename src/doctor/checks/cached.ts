import { getHeader } from '../../fetch-model/header-list.js'
import { ALLOW_ORIGIN } from '../../http/field-names.js'
import { headersOf } from '../examine.js'
import { isCacheFault } from './allow-origin.js'
import type { Inspect } from './draft.js'

/** A copy from a cache that is not for this page: the same URL with a query that no cache knows is answered well. */
export const inspectCached: Inspect = ({ get, settings }) => {
  const fresh = get('fresh')
  const faulty = [get('actual'), get('again')].find((exchange) => isCacheFault(exchange, fresh, settings))
  const shown = [faulty, fresh].filter((exchange) => exchange !== undefined)
  if (faulty === undefined) return []
  const value = getHeader(headersOf(faulty), ALLOW_ORIGIN)
  const draft = { shown, names: ['Vary', ALLOW_ORIGIN] }
  if (value === undefined) return [{ ...draft, code: 'cached-without-cors' }]
  return [{ ...draft, code: 'cached-for-another-origin', values: { value } }]
}
