/** The page of the server, used as a person uses it, in a real browser. The pictures are kept in artifacts/page. */
import { mkdirSync } from 'node:fs'
import { CreateStateMachineCommand, StartExecutionCommand } from '@aws-sdk/client-sfn'
import type { Server } from '@orkestra/asl/serve'
import type { Browser, Page } from 'puppeteer-core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { openBrowser, withChromium } from '../oracles/chromium.ts'
import { clientFor, role, served } from '../oracles/sfn.ts'

const test = suite('serve: the page')

const folder = 'artifacts/page'
mkdirSync(folder, { recursive: true })

const invoke = (name: string, more: object) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Parameters: { FunctionName: name, 'Payload.$': '$' },
  OutputPath: '$.Payload',
  ...more,
})

const orders = {
  StartAt: 'Price',
  States: {
    Price: invoke('price', {
      Assign: { 'price.$': '$.Payload.price' },
      Retry: [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 1, MaxAttempts: 2 }],
      Next: 'Check',
    }),
    Check: {
      Type: 'Parallel',
      Branches: [
        { StartAt: 'Tax', States: { Tax: { Type: 'Pass', End: true } } },
        {
          StartAt: 'Approve',
          States: {
            Approve: {
              Type: 'Task',
              Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
              Parameters: { FunctionName: 'ask', Payload: { 'token.$': '$$.Task.Token' } },
              End: true,
            },
          },
        },
      ],
      Next: 'Approved?',
    },
    'Approved?': {
      Type: 'Choice',
      Choices: [{ Variable: '$[1].approved', BooleanEquals: true, Next: 'Ship' }],
      Default: 'Refused',
    },
    Ship: { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:123456789012:function:ship', End: true },
    Refused: { Type: 'Fail', Error: 'Refused' },
  },
}

/** Functions of which one fails at first, and one until somebody repairs it. */
const functions = () => {
  const state = { isFirst: true, hasTruck: false }
  return {
    state,
    functions: {
      price: (event: object) => {
        if (state.isFirst) {
          state.isFirst = false
          throw new Error('try again')
        }
        return { ...event, price: 3 }
      },
      ask: () => undefined,
      ship: () => {
        if (!state.hasTruck) throw new Error('no truck')
        return { shipped: true }
      },
    },
  }
}

const text = (page: Page, words: string) => page.waitForSelector(`::-p-text(${words})`, { timeout: 60_000 })
const press = async (page: Page, name: string, role = 'button'): Promise<void> => {
  const found = await page.waitForSelector(`::-p-aria([name="${name}"][role="${role}"])`, { timeout: 60_000 })
  await found?.click()
}
const fill = async (page: Page, label: string, value: string): Promise<void> => {
  const field = await page.waitForSelector(`::-p-aria([name="${label}"][role="textbox"])`, { timeout: 60_000 })
  await field?.click({ count: 3 })
  await page.keyboard.press('Backspace')
  await field?.type(value)
}
const choose = async (page: Page, state: string): Promise<void> => {
  const shape = await page.waitForSelector(`[data-state="${state}"]`, { timeout: 60_000 })
  await shape?.evaluate((element) => (element as unknown as { focus: () => void }).focus())
  await page.keyboard.press('Enter')
}
const picture = (page: Page, name: string) =>
  page.screenshot({ path: `${folder}/${name}.png` as `${string}.png`, fullPage: true })

/** A browser with a page of the server; whatever goes wrong in it fails the test. */
const opened = async (server: Server, body: (page: Page, browser: Browser) => Promise<void>): Promise<void> => {
  const browser = await openBrowser()
  const faults: string[] = []
  try {
    const page = await browser.newPage()
    page.setDefaultTimeout(60_000)
    await page.setViewport({ width: 1280, height: 900 })
    page.on('pageerror', (error) => faults.push(String(error)))
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
    page.on('request', (request) => {
      const { origin, protocol } = new URL(request.url())
      if (protocol !== 'data:' && origin !== server.url) faults.push(`asked for ${request.url()}`)
    })
    await page.goto(`${server.url}/`)
    await body(page, browser)
    assert.equal(faults, [])
  } finally {
    await browser.close()
  }
}

withChromium(test)('an execution is started, answered, looked at, moved through, and redriven', async () => {
  const { state, functions: given } = functions()
  await served({ functions: given, workflows: { Orders: { workflow: orders } } }, (_, server) =>
    opened(server, async (page) => {
      await press(page, 'Orders', 'link')
      await text(page, 'None yet.')
      await picture(page, 'machine')
      await fill(page, 'Input', '{"id":7}')
      await press(page, 'Start execution')
      // It retries by itself, and comes to the person who is asked.
      await text(page, 'A task waits for its token')
      await picture(page, 'waiting')
      await fill(page, 'Answer', '{"approved":true}')
      await press(page, 'Succeed')
      await text(page, 'Redrive from where it failed')
      await text(page, 'no truck')
      await picture(page, 'failed')
      await choose(page, 'Price')
      await text(page, '2 attempts')
      await text(page, 'try again')
      await text(page, 'After Parameters')
      await picture(page, 'state')
      // Back in time, to before it shipped.
      const shipped = () => page.$eval('[data-state="Ship"]', (shape) => shape.classList.contains('broken'))
      assert.ok(await shipped())
      await press(page, 'TaskStateEntered')
      await page.waitForSelector('.history tr.later')
      await page.waitForSelector('[data-state="Ship"].left')
      await picture(page, 'earlier')
      state.hasTruck = true
      await press(page, 'Redrive from where it failed')
      await page.waitForSelector('header .status.succeeded')
      await text(page, 'redriven 1×')
    }),
  )
})

withChromium(test)('an execution is held before its first state, and stepped through', () =>
  served(
    {
      workflows: {
        Steps: {
          workflow: {
            StartAt: 'One',
            States: { One: { Type: 'Pass', Result: 1, Next: 'Two' }, Two: { Type: 'Pass', Result: 2, End: true } },
          },
        },
      },
    },
    (_, server) =>
      opened(server, async (page) => {
        await press(page, 'Steps', 'link')
        await press(page, 'stop before the first state', 'checkbox')
        await press(page, 'Start execution')
        await text(page, 'paused before One')
        await press(page, 'Step')
        await text(page, 'paused before Two')
        await picture(page, 'stepped')
        await press(page, 'Resume')
        await page.waitForSelector('header .status.succeeded')
      }),
  ),
)

withChromium(test)('an error in a definition is shown at its place, and what others create appears by itself', () =>
  served({}, (client, server) =>
    opened(server, async (page) => {
      await text(page, 'There is no machine yet')
      server.register('Broken', {
        workflow: '{\n  "StartAt": "A",\n  "States": {\n    "A": { "Type": "Pass", "Nxt": "B", "End": true }\n  }\n}',
      })
      await text(page, 'ASL031')
      assert.match(String(await page.$eval('.excerpt .here', (line) => line.textContent)), /^ {3}4 .*Nxt/)
      await client.send(
        new CreateStateMachineCommand({
          name: 'MadeElsewhere',
          definition: '{"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}}',
          roleArn: role,
        }),
      )
      await text(page, 'MadeElsewhere')
      await picture(page, 'problem')
    }),
  ),
)

withChromium(test)('it is light or dark as its reader prefers, and fits a phone', async () => {
  const { functions: given } = functions()
  await served({ functions: given, workflows: { Orders: { workflow: orders } } }, (_, server) =>
    opened(server, async (page) => {
      const client = clientFor(server)
      const { executionArn } = await client.send(
        new StartExecutionCommand({
          stateMachineArn: 'arn:aws:states:us-east-1:123456789012:stateMachine:Orders',
          input: '{"id":1}',
        }),
      )
      client.destroy()
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }])
      await page.goto(`${server.url}/#/execution/${encodeURIComponent(String(executionArn))}`)
      await text(page, 'A task waits for its token')
      const dark = await page.evaluate('getComputedStyle(document.body).backgroundColor')
      assert.is(dark, 'rgb(20, 24, 29)')
      await picture(page, 'dark')
      await page.setViewport({ width: 390, height: 844, isMobile: true, hasTouch: true })
      const widest = await page.evaluate('document.documentElement.scrollWidth')
      assert.ok(Number(widest) <= 390, `${widest} wide`)
      await picture(page, 'phone')
    }),
  )
})

test.run()
