// One tab at a time: by the browser's locks where there are any. They are missing over plain http; there two tabs may send the
// same events, which the server takes once.

export function underLock<T>(name: string, work: () => Promise<T>): Promise<T> {
  // The types say that these always exist; over plain http they do not.
  const locks = (globalThis as { navigator?: { locks?: LockManager } }).navigator?.locks
  return locks ? locks.request(name, work) : work()
}
