/** Claims the port at once, so that nothing can take it between the choice and the first request. */
import type { Server } from 'node:http'

import { Failure } from './failure.mjs'

const firstPort = 3000
const lastPort = 3999

/** The address that a browser on this machine opens. */
export function urlOf(host: string, port: number): string {
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`
}

function tryPort(server: Server, host: string, port: number): Promise<NodeJS.ErrnoException | null> {
  return new Promise((done) => {
    const failed = (error: NodeJS.ErrnoException) => done(error)
    server.once('error', failed)
    server.listen(port, host, () => {
      server.off('error', failed)
      done(null)
    })
  })
}

function sentence(error: NodeJS.ErrnoException, host: string, port: number): Failure {
  if (error.code === 'EADDRINUSE')
    return new Failure(`Port ${port} is taken: set PORT to another one, or leave it unset to get a free one.`)
  if (error.code === 'EACCES') return new Failure(`Port ${port} is for root alone: set PORT to a number above 1023.`)
  return new Failure(`Myelin cannot listen on HOST ${host} (${error.code}): set HOST to an address of this machine, such as 127.0.0.1.`)
}

/** Listens on the wanted port, or on the first free one from 3000 on; answers with the port. */
export async function listen(server: Server, { host, port }: { host: string; port: number | null }): Promise<number> {
  for (let candidate = port ?? firstPort; ; candidate += 1) {
    const error = await tryPort(server, host, candidate)
    if (error === null) break
    if (error.code !== 'EADDRINUSE' || port !== null || candidate >= lastPort) throw sentence(error, host, candidate)
  }
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('a TCP server has an address with a port')
  return address.port
}
