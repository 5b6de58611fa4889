// @ts-nocheck: this runs in a page.

/** Runs cases in a page: each in the way that it names. What comes back is what the script sees. */

const FRAME_MARK = 'cors-frame'
/** Milliseconds. A request that never ends is a result too, and must not hold up the others. */
const CASE_TIMEOUT = 45_000
/**
 * Cases at a time: half as many as a browser has connections to one server. A redirect keeps its connection until the
 * preflight of the next URL, which needs another one, is done: six at a time would wait for each other.
 */
const WORKERS = 3

const BODIES = {
  text: () => 'text',
  urlencoded: () => new URLSearchParams({ a: '1' }),
  'form-data': () => {
    const data = new FormData()
    data.append('a', '1')
    return data
  },
  bytes: () => new Uint8Array([1, 2, 3]),
}

const WAYS = { fetch: runFetch, xhr: runXhr, image: runImage, frame: runInFrame }

function bodyOf({ body }) {
  return body === null ? undefined : BODIES[body]()
}

async function runFetch({ url, method, headers, mode, credentials, redirect, ...rest }) {
  try {
    const response = await fetch(url, { method, headers, mode, credentials, redirect, body: bodyOf(rest) })
    await response.text()
    const outcome = response.type.startsWith('opaque') ? 'opaque' : 'readable'
    return { outcome, type: response.type, status: response.status, url: response.url, headers: [...response.headers] }
  } catch {
    return { outcome: 'blocked' }
  }
}

function runXhr({ url, method, headers, credentials, uploadListeners, ...rest }) {
  return new Promise((resolve) => {
    const xhr = new XMLHttpRequest()
    xhr.onerror = () => resolve({ outcome: 'blocked' })
    xhr.onload = () => resolve({ outcome: 'readable', status: xhr.status, url: xhr.responseURL, headers: linesOf(xhr) })
    try {
      xhr.open(method, url)
      xhr.withCredentials = credentials === 'include'
      for (const [name, value] of headers) xhr.setRequestHeader(name, value)
      if (uploadListeners) xhr.upload.onprogress = () => {}
      xhr.send(bodyOf(rest))
    } catch {
      resolve({ outcome: 'blocked' })
    }
  })
}

function linesOf(xhr) {
  const lines = xhr.getAllResponseHeaders().split('\r\n').slice(0, -1)
  return lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)])
}

function runImage({ url, mode, credentials }) {
  return new Promise((resolve) => {
    const image = new Image()
    if (mode === 'cors') image.crossOrigin = credentials === 'include' ? 'use-credentials' : 'anonymous'
    image.onerror = () => resolve({ outcome: 'blocked' })
    image.onload = () => resolve({ outcome: isReadable(image) ? 'readable' : 'opaque' })
    image.src = url
  })
}

function isReadable(image) {
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d')
  context.drawImage(image, 0, 0)
  try {
    context.getImageData(0, 0, 1, 1)
    return true
  } catch {
    return false
  }
}

let frame

/** A frame without `allow-same-origin`: its origin is opaque. It runs this very script. */
function openFrame() {
  const element = document.createElement('iframe')
  element.sandbox = 'allow-scripts'
  element.srcdoc = `<script src="${scriptUrl}"></script>`
  const loaded = new Promise((resolve) => {
    element.onload = () => resolve(element.contentWindow)
  })
  document.body.append(element)
  return loaded
}

async function runInFrame(asked) {
  frame ??= openFrame()
  const target = await frame
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = ({ data }) => resolve(data)
    target.postMessage({ mark: FRAME_MARK, asked }, '*', [port2])
  })
}

const scriptUrl = document.currentScript.src

addEventListener('message', async ({ data, ports: [port] }) => {
  if (data?.mark === FRAME_MARK) port.postMessage(await runFetch(data.asked))
})

function orLate(promise) {
  const late = new Promise((resolve) => setTimeout(resolve, CASE_TIMEOUT, { outcome: 'none' }))
  return Promise.race([promise, late])
}

async function runCases(cases) {
  const results = []
  let next = 0
  const worker = async () => {
    while (next < cases.length) {
      const i = next++
      results[i] = await orLate(WAYS[cases[i].via](cases[i]))
    }
  }
  await Promise.all(Array.from({ length: WORKERS }, worker))
  return results
}

window.runCases = runCases
