// @ts-check
import { Agent, request } from 'node:http'
import { scenarios } from './requests.mjs'

const CONNECTIONS = 20

/**
 * Sends a scenario's request over loopback, again and again, on a few connections at once.
 *
 * @param {number} port
 * @param {string} scenario
 * @param {number} runs
 * @returns {Promise<void>}
 */
export async function sendAll(port, scenario, runs) {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  await Promise.all(Array.from({ length: runs }, () => send(port, agent, scenario)))
  agent.destroy()
}

/** @param {number} port @param {Agent} agent @param {string} scenario @returns {Promise<void>} */
function send(port, agent, scenario) {
  const { method, fields } = /** @type {{ method: string, fields: string[] }} */ (scenarios[scenario])
  const headers = ['Host', `127.0.0.1:${port}`, ...fields]
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, method, headers, agent }, (response) => response.resume().on('end', resolve))
      .on('error', reject)
      .end()
  })
}
