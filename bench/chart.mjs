// @ts-check
import { addedTo } from './frameworks.mjs'
import { FLOOR, OURS, peersOf } from './servers/index.mjs'

const SERVERS = ['Fastify', 'Express', 'node:http']
const SCENARIO = 'actual, allowed'
const WIDTH = 760
const NAME_WIDTH = 150
const BAR_HEIGHT = 16
const GROUP_HEIGHT = 3 * BAR_HEIGHT + 18

/**
 * What an allowed request costs on three servers, in three bars each: headers written by hand, ours, and the usual
 * middleware. Every other figure is in docs/performance.md.
 *
 * @param {import('./frameworks.mjs').TimesByFramework} times
 * @returns {string} SVG
 */
export function chartOf(times) {
  const groups = SERVERS.flatMap((server) => {
    const time = times[server]?.[SCENARIO]
    if (time === undefined) return []
    const [peer = ''] = peersOf(server)
    const added = addedTo(time)
    /** @type {[string, number, string][]} */
    const bars = [
      ['by hand', added(FLOOR), '#9aa4b2'],
      ['cors-policy', added(OURS), '#1f6feb'],
      [peer, added(peer), '#d1603d'],
    ]
    return [{ server, bars }]
  })
  const most = Math.max(...groups.flatMap(({ bars }) => bars.map(([, value]) => value)))
  const parts = groups.flatMap(({ server, bars }, group) => {
    const top = 40 + group * GROUP_HEIGHT
    return [
      text(0, top + 1.5 * BAR_HEIGHT + 4, server, 'font-weight="600"'),
      ...bars.flatMap(([name, value, fill], i) => {
        const width = Math.max(1, (value / most) * (WIDTH - NAME_WIDTH - 150))
        const y = top + i * BAR_HEIGHT
        return [
          `<rect x="${NAME_WIDTH}" y="${y}" width="${width.toFixed(1)}" height="${BAR_HEIGHT - 3}" fill="${fill}"/>`,
          text(NAME_WIDTH + width + 6, y + BAR_HEIGHT - 5, `${value.toFixed(2)} ${name}`, 'font-size="11"'),
        ]
      }),
    ]
  })
  const title = 'Microseconds of CPU time added to a request from an allowed origin'
  const height = 40 + groups.length * GROUP_HEIGHT
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-12 -4 ${WIDTH + 24} ${height + 8}" font-family="sans-serif" font-size="13">
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
