// A schema whose queries answer, ask for a token and throw.
import { GraphQLError, GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql'

const field = (resolve) => ({ type: GraphQLString, resolve })

export const schema = new GraphQLSchema({
  query: new GraphQLObjectType({
    name: 'Query',
    fields: {
      index: field(() => 'ok'),
      secret: field(() => {
        throw new GraphQLError('no token', { extensions: { http: { status: 401 } } })
      }),
      broken: field(() => {
        throw new GraphQLError('broken', { extensions: { http: { status: 500 } } })
      }),
    },
  }),
})
