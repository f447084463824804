import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { expect, projectFolder, reportShown, sampleReport, test } from './app.ts'

test('every process of the page is in the sandbox', async ({ start }) => {
  test.skip(process.platform !== 'linux', 'the kernel says so in /proc, on Linux alone')
  const { app, page } = await start(sampleReport)
  await reportShown(page)
  const pids = await app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((each) => each.getOSProcessId()),
  )
  expect(pids.length).toBeGreaterThan(0)
  for (const pid of pids) expect(readFileSync(`/proc/${pid}/status`, 'utf8')).toMatch(/^Seccomp:\s+2$/m)
})

test('the page has no Node, and no way to the network', async ({ start }) => {
  // A server that would answer: what stops the page has to be the app, not a missing network.
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.end('reached')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  const { page } = await start(sampleReport)
  await reportShown(page)
  const found = await page.evaluate(async (site) => {
    const reached = await fetch(`${site}/fetch`, { mode: 'no-cors' }).then(
      () => 'reached',
      () => 'refused',
    )
    const image = await new Promise((resolve) => {
      const element = new Image()
      element.onload = () => resolve('loaded')
      element.onerror = () => resolve('refused')
      element.src = `${site}/pixel.png`
    })
    const evaluated = (() => {
      try {
        return String(new Function('return 1')())
      } catch {
        return 'refused'
      }
    })()
    return {
      require: typeof Reflect.get(window, 'require'),
      process: typeof Reflect.get(window, 'process'),
      reached,
      image,
      evaluated,
    }
  }, origin)
  server.close()
  expect(asked).toEqual([])
  expect(found).toEqual({
    require: 'undefined',
    process: 'undefined',
    reached: 'refused',
    image: 'refused',
    evaluated: 'refused',
  })
})

test('the page cannot leave, open windows or ask for permissions', async ({ start }) => {
  const { app, page } = await start(sampleReport)
  await reportShown(page)
  const opened = await app.evaluate(({ shell }) => {
    const addresses: string[] = []
    shell.openExternal = async (address) => void addresses.push(address)
    Reflect.set(globalThis, 'opened', addresses)
    return addresses
  })
  expect(opened).toEqual([])
  const before = page.url()
  await page.evaluate(() => {
    for (const address of ['https://example.org/a', 'http://example.org/b', 'file:///etc/passwd', 'data:text/html,x']) {
      const link = document.createElement('a')
      link.href = address
      document.body.append(link)
      link.click()
    }
  })
  // Time enough for a navigation to happen, were it let.
  await page.waitForTimeout(500)
  const permission = await page.evaluate(() =>
    navigator.permissions.query({ name: 'geolocation' }).then(({ state }) => state),
  )
  expect(permission).toBe('denied')
  expect(page.url()).toBe(before)
  expect(app.windows()).toHaveLength(1)
  // Only what is https goes to the reader's browser.
  await expect
    .poll(() => app.evaluate(() => [...new Set(Reflect.get(globalThis, 'opened') as string[])]))
    .toEqual(['https://example.org/a'])
})

test('the app serves its own files and nothing beside them', async ({ start }) => {
  const { app } = await start()
  const statuses = await app.evaluate(async ({ net }) => {
    const addresses = [
      'app://meipi/index.html',
      'app://meipi/../main/index.js',
      'app://meipi/%2e%2e/main/index.js',
      'app://meipi/..%2f..%2fpackage.json',
      'app://elsewhere/index.html',
    ]
    return Promise.all(
      addresses.map((address) =>
        net.fetch(address).then(
          ({ status }) => status,
          () => 0,
        ),
      ),
    )
  })
  expect(statuses).toEqual([200, 404, 404, 404, 404])
})

test('malformed requests are answered with a problem, and nothing happens', async ({ start }) => {
  const { page } = await start(sampleReport)
  await reportShown(page)
  const codes = await page.evaluate(async () => {
    const openReport = window.meipi.openReport as (
      ...args: unknown[]
    ) => Promise<{ ok: boolean; problem?: { code: string } }>
    const attempts = [[], ['../../../etc/passwd'], ['0123456789ABCDEF'], [{}], ['0123456789abcdef', 'more'], [null]]
    const answers = await Promise.all(attempts.map((args) => openReport(...args)))
    return answers.map((answer) => answer.problem?.code)
  })
  expect(codes).toEqual(codes.map(() => 'malformed-arguments'))
  expect(codes).toHaveLength(6)
})

test('a page that is not ours is turned away, though it has the bridge', async ({ start }) => {
  const { app } = await start()
  const code = await app.evaluate(
    async ({ BrowserWindow }, preload) => {
      const stranger = new BrowserWindow({
        show: false,
        webPreferences: { preload, sandbox: true, contextIsolation: true },
      })
      await stranger.loadURL('data:text/html,<title>stranger</title>')
      const answer = await stranger.webContents.executeJavaScript('window.meipi.windowState()')
      stranger.destroy()
      return answer.problem?.code
    },
    join(projectFolder, 'out', 'preload', 'index.cjs'),
  )
  expect(code).toBe('untrusted-sender')
})

test('what a report says is text, whatever it says', async ({ start, folder }) => {
  const { writeFileSync } = await import('node:fs')
  const hostile = join(folder, '政府工作报告.txt')
  const script =
    '<img src=x onerror="window.hit=1"><script>window.hit=1</script><a href="javascript:window.hit=1">点</a>'
  writeFileSync(
    hostile,
    `2025年汀溪县政府工作报告${script}\n\n各位代表：\n\n现在，我代表县人民政府，向大会报告工作。${script}\n\n一、工作回顾${script}\n\n坚持“${script}”，改善。\n\n名词解释\n1.“五源共治${script}”：协同治理${script}。\n`,
  )
  const { page } = await start(hostile)
  await reportShown(page)
  for (const tab of ['目录', '术语', '批注']) await page.getByRole('tab', { name: tab }).click()
  expect(
    await page.evaluate(() => ({
      hit: Reflect.get(window, 'hit') ?? null,
      inside: document.querySelectorAll('main img, main script, main a').length,
    })),
  ).toEqual({ hit: null, inside: 0 })
})
