import { ApolloServer } from '@apollo/server'
import { startStandaloneServer } from '@apollo/server/standalone'
import { schema } from './graphql-schema.mjs'

// It cannot take a policy: the row of the table says what it answers.
const apollo = new ApolloServer({ schema })
await startStandaloneServer(apollo, { listen: { port: Number(process.env.PORT), host: '127.0.0.1' } })
