#!/usr/bin/env node
import { main } from './main.js'
import { untilStopped } from './until-stopped.js'

const { argv, cwd, env, stderr, stdin, stdout } = process
process.exitCode = await main(argv.slice(2), { stdin, stdout, stderr, env, cwd: cwd(), untilStopped })
