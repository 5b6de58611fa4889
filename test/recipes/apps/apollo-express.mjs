// #region recipe
import { ApolloServer } from '@apollo/server'
import { expressMiddleware } from '@as-integrations/express5'
import { cors } from 'cors-policy/express'
import express from 'express'
import { config } from './config.mjs'
import { schema } from './graphql-schema.mjs'

const apollo = new ApolloServer({ schema })
await apollo.start()
const app = express()
app.use(cors(config))
app.use('/graphql', express.json(), expressMiddleware(apollo))
// #endregion

app.listen(process.env.PORT)
