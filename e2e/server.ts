/** Starts Myelin as `npm start` does, with a data folder and a port of its own, for tests that stop it or look at its start. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'

export type StartOptions = {
  dataDir: string
  /** Settings beyond DATA_DIR and the build folder; a variable set to undefined is unset. */
  env?: Record<string, string | undefined>
}

/** What a process said on both streams, and how it ended. */
export type Ended = { code: number | null; said: string }

export class Server {
  readonly #child: ChildProcess
  #said = ''

  constructor({ dataDir, env }: StartOptions) {
    this.#child = spawn(process.execPath, ['scripts/start.mjs'], {
      env: { ...process.env, DATABASE_URL: undefined, PORT: undefined, NEXT_DIST_DIR: '.next-test', DATA_DIR: dataDir, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#child.stdout?.on('data', (chunk) => (this.#said += chunk))
    this.#child.stderr?.on('data', (chunk) => (this.#said += chunk))
  }

  get pid(): number {
    if (this.#child.pid === undefined) throw new Error('the server did not start')
    return this.#child.pid
  }

  /** The address, once the server says that it is ready. Throws what it said if it ends before. */
  async url(): Promise<string> {
    for (;;) {
      const ready = /^Myelin is ready at (\S+)$/m.exec(this.#said)
      if (ready?.[1]) return ready[1]
      if (this.#child.exitCode !== null || this.#child.signalCode !== null) throw new Error(this.#said)
      await sleep(20)
    }
  }

  /** Waits for the end of the process. */
  async ended(): Promise<Ended> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) await once(this.#child, 'close')
    return { code: this.#child.exitCode, said: this.#said.trim() }
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<Ended> {
    this.#child.kill(signal)
    return this.ended()
  }
}
