export type { FastifyLike, FetchLike, TestableApp } from './app.js'
export type { PageRequest, ReadableResponse } from './ask.js'
export { type CorsExpectations, type ExpectOptions, expectCors, type PageExpectations } from './expect-cors.js'
