import { EMPTY_STATE, type PlaygroundState } from './state.js'

/** What the page shows where the link says nothing: a policy that lacks one method. */
export const EXAMPLE_STATE: PlaygroundState = {
  ...EMPTY_STATE,
  config: `{
  "origins": [
    "https://app.example.com",
    "https://*.preview.example.com"
  ],
  "headers": ["content-type"],
  "credentials": true,
  "maxAge": 7200
}
`,
  request: {
    ...EMPTY_STATE.request,
    origin: 'https://app.example.com',
    url: 'https://api.example.com/things',
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    credentials: 'include',
  },
}

/** What people copy first: the message of Chromium's console. */
export const EXAMPLE_PASTE = `Access to fetch at 'https://api.example.com/things' from origin 'https://app.example.com' has been blocked by CORS policy: The 'Access-Control-Allow-Origin' header contains multiple values 'https://app.example.com, *', but only one is allowed. Have the server send the header with a valid value.`
