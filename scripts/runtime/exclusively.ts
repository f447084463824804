import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Runs `work` while no other process runs work of the same name; `onWait` is called once when it has to wait.
 * The lock is a socket that only the kernel knows (Linux: abstract, Windows: a pipe), so a process that is killed
 * cannot leave it behind. macOS has no such thing: there the work runs unguarded.
 */
export async function exclusively<T>(name: string, work: () => Promise<T>, onWait: () => void): Promise<T> {
  const address = lockAddress(name)
  if (address === undefined) return work()
  let said = false
  for (;;) {
    const lock = await takeLock(address)
    if (lock) {
      try {
        return await work()
      } finally {
        await lock.release()
      }
    }
    if (!said) onWait()
    said = true
    await waitForRelease(address)
  }
}

function lockAddress(name: string): string | undefined {
  // Names of sockets are short (108 bytes), those of folders are not.
  const short = `meipi-${createHash('sha256').update(name).digest('hex').slice(0, 32)}`
  if (process.platform === 'linux') return `\0${short}`
  if (process.platform === 'win32') return `\\\\.\\pipe\\${short}`
  return undefined
}

async function takeLock(address: string): Promise<{ release(): Promise<void> } | undefined> {
  const waiting = new Set<Socket>()
  const server: Server = createServer((socket) => {
    waiting.add(socket)
    socket.on('error', () => undefined).on('close', () => waiting.delete(socket))
  })
  try {
    server.listen(address)
    await once(server, 'listening')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return undefined
    throw error
  }
  return {
    async release() {
      const closed = once(server, 'close')
      server.close()
      // Those who wait are woken by the end of their connection, and must find the name free.
      for (const socket of waiting) socket.destroy()
      await closed
    },
  }
}

/** Resolves when the holder lets go or dies; the kernel closes the connection in both cases. */
async function waitForRelease(address: string): Promise<void> {
  const socket = connect(address)
  socket.on('error', () => undefined).resume()
  // Not by once(): it rejects on an error, and a connection that is reset is the holder's end like any other.
  await new Promise((resolve) => socket.on('close', resolve))
  await sleep(20)
}
