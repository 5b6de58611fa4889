import { generate } from 'selfsigned'

/** A certificate for 127.0.0.1 that nobody trusts, made anew for each run. An RSA key would take much longer to make. */
export async function makeCertificate(): Promise<{ key: string; cert: string }> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: '127.0.0.1' }], { keyType: 'ec' })
  return { key, cert }
}
