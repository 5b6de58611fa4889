/** C, O, R, S on the keys of a telephone. Links lead there, so it must not change. */
export const PLAYGROUND_PORT = 2677
