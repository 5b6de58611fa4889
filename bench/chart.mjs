// @ts-check
import { addedTo } from './frameworks.mjs'
import { FLOOR, OURS, peersOf } from './servers/index.mjs'

const WIDTH = 840
const NAME_WIDTH = 190
const BAR_HEIGHT = 9
const ROW_HEIGHT = 3 * BAR_HEIGHT + 9
const TITLE_HEIGHT = 34
const COLOURS = { floor: '#9aa4b2', ours: '#1f6feb', peer: '#d1603d' }

/**
 * What each framework's scenarios cost beside the bare framework, as a picture: hand-written headers, ours, the peer.
 *
 * @param {import('./frameworks.mjs').TimesByFramework} times
 * @returns {string} SVG
 */
export function chartOf(times) {
  /** @type {string[]} */
  const parts = []
  let y = 34
  for (const [framework, byScenario] of Object.entries(times)) {
    const peer = peersOf(framework)[0] ?? ''
    const bars = Object.entries(byScenario).map(([scenario, time]) => {
      const added = addedTo(time)
      return { scenario, floor: added(FLOOR), ours: added(OURS), peer: added(peer) }
    })
    // Each framework has a scale of its own: the bars are to be compared within it.
    const most = Math.max(...bars.flatMap(({ floor, ours, peer }) => [floor, ours, peer]))
    parts.push(text(0, y + 20, `${framework}: floor, cors-policy, ${peer}`, 'font-weight="600"'))
    y += TITLE_HEIGHT
    for (const { scenario, ...values } of bars) {
      parts.push(text(0, y + 2 * BAR_HEIGHT, scenario))
      Object.entries(values).forEach(([name, value], i) => {
        const width = Math.max(1, (value / most) * (WIDTH - NAME_WIDTH - 60))
        const top = y + i * BAR_HEIGHT
        const fill = COLOURS[/** @type {keyof typeof COLOURS} */ (name)]
        parts.push(
          `<rect x="${NAME_WIDTH}" y="${top}" width="${width.toFixed(1)}" height="${BAR_HEIGHT - 1}" fill="${fill}"/>`,
          text(NAME_WIDTH + width + 4, top + BAR_HEIGHT - 1, value.toFixed(2), 'font-size="9"'),
        )
      })
      y += ROW_HEIGHT
    }
  }
  const title = 'Microseconds of CPU time that CORS adds to a request (less is better)'
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-12 -4 ${WIDTH + 24} ${y + 12}" font-family="sans-serif" font-size="12">
<title>${title}</title>
<rect x="-12" y="-4" width="100%" height="100%" fill="#fff"/>
${text(0, 18, title, 'font-size="15" font-weight="600"')}
${parts.join('\n')}
</svg>
`
}

/** @param {number} x @param {number} y @param {string} content @param {string} [attributes] */
function text(x, y, content, attributes = '') {
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" ${attributes}>${content}</text>`
}
