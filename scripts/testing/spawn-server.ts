/** A Myelin of its own for end-to-end tests and benchmarks: started as a person would, on a free port, and stopped at will. */
import { type ChildProcess, spawn } from 'node:child_process'

export type Spawned = {
  url: string
  child: ChildProcess
  /** Sends the signal and waits for the end. */
  stop: (signal?: NodeJS.Signals) => Promise<void>
}

const READY = /^Myelin is ready at (\S+)$/m
const PATIENCE_MS = 300_000

/** `env` comes on top of this process's. Rejects with all that was printed when the server does not come up. */
export function spawnServer(env: Record<string, string>): Promise<Spawned> {
  const child = spawn(process.execPath, ['scripts/start.mjs'], { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
    child.kill(signal)
    await ended
  }
  return new Promise((done, fail) => {
    let said = ''
    const give = (reason: string) => fail(new Error(`${reason}\n${said}`))
    const timer = setTimeout(() => give('The server did not come up in time.'), PATIENCE_MS)
    const listen = (chunk: Buffer) => {
      said += chunk.toString()
      const url = READY.exec(said)?.[1]
      if (!url) return
      clearTimeout(timer)
      // Its log goes on, and nobody reads it: the pipe must not fill up.
      child.stdout?.off('data', listen).resume()
      done({ url, child, stop })
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.once('exit', () => give('The server ended before it was ready.'))
  })
}
