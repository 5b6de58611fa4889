interface StoryText {
  readonly title: string
  readonly intro: string
  /** What to see in the version that goes wrong, and in the one that goes well. */
  readonly wrong: string
  readonly right: string
}

/** The view for stories, and the sentences of each. */
export const PLAYGROUND_STORIES = {
  choose: 'Choose a story',
  versions: 'Versions',
  wrong: 'How it fails',
  right: 'How it works',
  setup: 'What the server has',
  next: 'Try it yourself',
  scenes: {
    fetch: 'A script sends a request',
    image: 'First, an <img> shows the picture',
    canvas: 'Later, a script draws the same picture on a canvas',
  },
  texts: {
    simple: {
      title: 'A simple request',
      intro:
        'A script sends a request to another origin. The browser sends it at once, and checks the response before the script sees it.',
      wrong:
        'The server handled the request, but its response does not allow the origin of the page. The script gets an error.',
      right: 'The response allows the origin of the page, so the script can read it.',
    },
    preflight: {
      title: 'A preflight',
      intro:
        'A PUT with JSON could do harm on a server that knows nothing about CORS. So the browser asks first, with OPTIONS.',
      wrong: 'The response to the preflight does not list PUT. The PUT is never sent.',
      right:
        'The response to the preflight lists the method and the header. Then the browser sends the PUT, and checks its response too.',
    },
    credentials: {
      title: 'Cookies',
      intro:
        'A script sends a request with cookies. Now the response needs the exact origin, and a header that allows cookies.',
      wrong: 'Browsers ignore * for a request with cookies. Otherwise any site could read what belongs to the user.',
      right: 'The response has the exact origin of the page and allows credentials.',
    },
    'early-image': {
      title: 'The picture that came too early',
      intro:
        'A page shows a picture, and later draws it on a canvas. It works in tests, and fails for people who have seen the picture before.',
      wrong: 'The <img> sends no Origin, so the copy in the cache has no CORS headers. The canvas gets that copy.',
      right:
        'Vary: Origin tells the cache that the copy is for requests without Origin. So the browser asks again for the canvas.',
    },
    'two-layers': {
      title: 'Two layers',
      intro: 'The app sets CORS headers, and nginx in front of it adds its own.',
      wrong: 'The header comes twice. Browsers accept one value only.',
      right: 'Only the app sets CORS headers.',
    },
    'load-balancer': {
      title: 'The load balancer that answers',
      intro: 'The policy of the app is right, but a load balancer in front of it answers OPTIONS by itself.',
      wrong:
        'The preflight gets status 502 and no CORS headers. The console blames CORS, but the fault is in the load balancer.',
      right: 'The load balancer passes OPTIONS on, and the app answers the preflight.',
    },
    fastapi: {
      title: 'From FastAPI to Node',
      intro: 'An app moves from FastAPI to Node and takes its CORS config along.',
      wrong:
        'With ["*"] and allow_credentials, Starlette allows every origin. Any site can read what belongs to the user, so cors-policy refuses to convert it.',
      right: 'A config with a list of origins is converted. A page gets the same responses as before.',
    },
  } satisfies Readonly<Record<string, StoryText>>,
}
