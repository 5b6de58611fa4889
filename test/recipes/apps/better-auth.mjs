// Without a database: what is stored is in memory.
import { betterAuth } from 'better-auth'

export const auth = betterAuth({
  baseURL: 'http://localhost:3000',
  secret: 'a secret for a test, of a good length and nothing else',
  emailAndPassword: { enabled: true },
  trustedOrigins: ['https://app.example.com'],
  rateLimit: { enabled: false },
})
