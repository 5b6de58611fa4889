/** What a response says about CORS, with nothing left out: fields that it does not have are not in the object. */
export function corsFields(headers: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => name === 'vary' || name.startsWith('access-control-'))
      .map(([name, value]) => [name.replace('access-control-', ''), value]),
  )
}
