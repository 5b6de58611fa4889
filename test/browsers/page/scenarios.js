// @ts-nocheck: this runs in a page.

/** What pages do in the scenarios. Each says in plain data what the script saw. */

async function request(url, init) {
  try {
    const response = await fetch(url, init)
    const { type, status, headers } = response
    return { type, status, body: await response.text(), total: headers.get('x-total'), etag: headers.get('etag') }
  } catch (error) {
    return error.name
  }
}

function inFrame(url) {
  return new Promise((resolve) => {
    addEventListener('message', ({ data }) => resolve(data), { once: true })
    const frame = document.createElement('iframe')
    frame.sandbox = 'allow-scripts'
    const script = `fetch(${JSON.stringify(url)}).then((r) => r.status, (e) => e.name).then((seen) => parent.postMessage(seen, '*'))`
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
    frame.onload = () => resolve('loaded')
    form.submit()
  })
}

// They are called by name, from texts.
Object.assign(globalThis, { request, inFrame, listen, draw, submit })
