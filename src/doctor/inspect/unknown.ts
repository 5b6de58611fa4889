/** What a record does not tell. The union is closed. */
export type UnknownCode = 'url' | 'origin' | 'preflight' | 'actual' | 'status' | 'others' | 'request-origin'
