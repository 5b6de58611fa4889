// @ts-nocheck: this runs in a page.

/** What pages do in the scenarios. Each says in plain data what the script saw. */

/** Milliseconds. What never comes to an end is a result too. */
const LIMIT = 30_000

function inTime(promise) {
  return Promise.race([promise, new Promise((resolve) => setTimeout(resolve, LIMIT, 'nothing'))])
}

async function request(url, init) {
  try {
    const response = await fetch(url, init)
    const { type, status, headers } = response
    return { type, status, body: await response.text(), total: headers.get('x-total'), etag: headers.get('etag') }
  } catch (error) {
    return error.name
  }
}

/** In a frame whose origin is opaque. */
function inFrame(url, init) {
  return new Promise((resolve) => {
    addEventListener('message', ({ data }) => resolve(data), { once: true })
    const frame = document.createElement('iframe')
    frame.sandbox = 'allow-scripts'
    const fetching = `fetch(${JSON.stringify(url)}, ${JSON.stringify(init)})`
    const script = `${fetching}.then((r) => r.status, (e) => e.name).then((seen) => parent.postMessage(seen, '*'))`
    frame.srcdoc = `<script>${script}</script>`
    document.body.append(frame)
  })
}

function listen(url, withCredentials) {
  return new Promise((resolve) => {
    const source = new EventSource(url, { withCredentials })
    const end = (seen) => {
      source.close()
      resolve(seen)
    }
    source.onmessage = ({ data }) => end(data)
    source.onerror = () => end('error')
  })
}

function draw(url, crossOrigin) {
  return new Promise((resolve) => {
    const image = new Image()
    image.crossOrigin = crossOrigin
    image.onerror = () => resolve('error')
    image.onload = () => {
      const canvas = document.createElement('canvas')
      canvas.getContext('2d').drawImage(image, 0, 0)
      try {
        resolve(canvas.toDataURL().slice(0, 14))
      } catch (error) {
        resolve(error.name)
      }
    }
    image.src = url
  })
}

/** A form, which needs no script and no CORS. It answers into a frame. */
function submit(url) {
  return new Promise((resolve) => {
    const frame = document.createElement('iframe')
    frame.name = `frame-${Math.random()}`
    const form = document.createElement('form')
    Object.assign(form, { action: url, method: 'post', target: frame.name })
    document.body.append(frame, form)
    // Some engines say that the empty frame is loaded, too. The document of another origin is not to be seen.
    frame.onload = () => frame.contentDocument?.URL !== 'about:blank' && resolve('loaded')
    form.submit()
  })
}

// They are called by name, from texts.
Object.assign(globalThis, { inTime, request, inFrame, listen, draw, submit })
