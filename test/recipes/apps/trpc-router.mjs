// Procedures that answer, ask for a token and throw.
import { initTRPC, TRPCError } from '@trpc/server'

const { procedure, router } = initTRPC.create()

export const appRouter = router({
  index: procedure.query(() => 'ok'),
  secret: procedure.query(() => {
    throw new TRPCError({ code: 'UNAUTHORIZED' })
  }),
  broken: procedure.query(() => {
    throw new Error('broken')
  }),
})
