// @ts-nocheck: this runs in a page.

/** What loads something without `fetch`. Each says whether the page can read it: readable, opaque or blocked. */

/** Milliseconds. What never comes to an end is a result too. */
const LIMIT = 20_000

const WAYS = { font, script, style, media, image, eventsource, beacon, form, websocket, fetch: runFetch }

function font({ url }) {
  return new FontFace(`font${Math.random()}`.replace('.', ''), `url(${url})`).load().then(
    () => 'readable',
    () => 'blocked',
  )
}

/** The script throws: a page may only read the message of a script that it may read. */
function script({ url, type, crossOrigin, integrity }) {
  return new Promise((resolve) => {
    const element = document.createElement('script')
    if (type !== undefined) element.type = type
    if (crossOrigin !== undefined) element.crossOrigin = crossOrigin
    if (integrity !== undefined) element.integrity = integrity
    const onError = (event) => {
      event.preventDefault()
      resolve(event.message.includes('seen') ? 'readable' : 'opaque')
    }
    addEventListener('error', onError, { once: true })
    element.onerror = () => resolve('blocked')
    element.src = url
    document.head.append(element)
  })
}

function style({ url, crossOrigin }) {
  return new Promise((resolve) => {
    const element = document.createElement('link')
    element.rel = 'stylesheet'
    if (crossOrigin !== undefined) element.crossOrigin = crossOrigin
    element.onerror = () => resolve('blocked')
    element.onload = () => {
      try {
        resolve(element.sheet.cssRules.length > 0 ? 'readable' : 'empty')
      } catch {
        resolve('opaque')
      }
    }
    element.href = url
    document.head.append(element)
  })
}

/** Whether a script could read the samples is not to be seen in a moment: what is not blocked is loaded. */
function media({ url, crossOrigin }) {
  return new Promise((resolve) => {
    const element = document.createElement('audio')
    if (crossOrigin !== undefined) element.crossOrigin = crossOrigin
    element.onerror = () => resolve('blocked')
    element.onloadedmetadata = () => resolve('loaded')
    element.src = url
    element.load()
  })
}

function image({ url, crossOrigin }) {
  return new Promise((resolve) => {
    const element = new Image()
    if (crossOrigin !== undefined) element.crossOrigin = crossOrigin
    element.onerror = () => resolve('blocked')
    element.onload = () => {
      const canvas = document.createElement('canvas')
      canvas.getContext('2d').drawImage(element, 0, 0)
      try {
        canvas.toDataURL()
        resolve('readable')
      } catch {
        resolve('opaque')
      }
    }
    element.src = url
  })
}

function eventsource({ url, credentials }) {
  return new Promise((resolve) => {
    const source = new EventSource(url, { withCredentials: credentials })
    const end = (seen) => {
      source.close()
      resolve(seen)
    }
    source.onmessage = () => end('readable')
    source.onerror = () => end('blocked')
  })
}

/** What came of it, only the server knows; it gets some time. */
async function beacon({ url, type }) {
  navigator.sendBeacon(url, type === undefined ? 'text' : new Blob(['{}'], { type }))
  await new Promise((resolve) => setTimeout(resolve, 500))
  return 'sent'
}

function form({ url }) {
  return new Promise((resolve) => {
    const frame = document.createElement('iframe')
    frame.name = `frame-${Math.random()}`
    const element = document.createElement('form')
    Object.assign(element, { action: url, method: 'post', target: frame.name })
    document.body.append(frame, element)
    frame.onload = () => frame.contentDocument?.URL !== 'about:blank' && resolve('opaque')
    element.submit()
  })
}

function websocket({ url }) {
  return new Promise((resolve) => {
    try {
      const socket = new WebSocket(url.replace(/^http/, 'ws'))
      socket.onopen = () => {
        socket.close()
        resolve('readable')
      }
      socket.onerror = () => resolve('blocked')
    } catch {
      resolve('blocked')
    }
  })
}

async function runFetch({ url, ...init }) {
  try {
    const response = await fetch(url, init)
    await response.text()
    return response.type.startsWith('opaque') ? 'opaque' : 'readable'
  } catch {
    return 'blocked'
  }
}

function run(asked) {
  const late = new Promise((resolve) => setTimeout(resolve, LIMIT, 'nothing'))
  return Promise.race([WAYS[asked.way](asked), late])
}

Object.assign(globalThis, { run })
