import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it, vi } from 'vitest'
import { COMMAND_IDS, COMMAND_KEYS } from '../core/commands.ts'
import { LANGUAGES } from '../core/settings/settings.ts'
import { type MenuOptions, menuTemplate } from './menu-template.ts'
import { textsIn } from './texts.ts'

const options: MenuOptions = {
  texts: textsIn('zh'),
  platform: 'linux',
  developing: false,
  recent: [],
  onCommand: () => undefined,
  onShowReport: () => undefined,
}

/** All items of a menu, those of its submenus among them. */
function itemsOf(template: readonly MenuItemConstructorOptions[]): readonly MenuItemConstructorOptions[] {
  return template.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? itemsOf(item.submenu) : [])])
}

function itemOf(id: string, given: Partial<MenuOptions> = {}): MenuItemConstructorOptions {
  const item = itemsOf(menuTemplate({ ...options, ...given })).find((each) => each.id === id)
  if (!item) throw new Error(`no item ${id}`)
  return item
}

/** Electron hands over the item, the window and the event; ours need none of them. */
function click(item: MenuItemConstructorOptions | undefined): void {
  Reflect.apply(item?.click ?? (() => undefined), undefined, [])
}

describe('menuTemplate', () => {
  it.each(LANGUAGES)('has every command once, with its key (%s)', (language) => {
    const items = itemsOf(menuTemplate({ ...options, texts: textsIn(language) }))
    for (const id of COMMAND_IDS) {
      const found = items.filter((item) => item.id === id)
      expect(found).toHaveLength(1)
      expect(found[0]).toMatchObject({ label: textsIn(language).menu.commands[id] })
      expect(found[0]?.accelerator).toBe(COMMAND_KEYS[id] ?? undefined)
    }
  })

  it.each([
    ['linux', false],
    ['win32', false],
    ['darwin', true],
  ] as const)('on %s the system acts on the keys: %s', (platform, registered) => {
    expect(itemOf('find', { platform }).registerAccelerator).toBe(registered)
  })

  it('passes commands on', () => {
    const onCommand = vi.fn()
    click(itemOf('back', { onCommand }))
    expect(onCommand).toHaveBeenCalledExactlyOnceWith('back')
  })

  it('offers the reports read last by name', () => {
    const onShowReport = vi.fn()
    const recent = [
      { id: 'a', name: '2024年洪湖市政府工作报告' },
      { id: 'b', name: 'R&D.txt' },
    ]
    const { submenu, enabled } = itemOf('recent', { recent, onShowReport })
    if (!Array.isArray(submenu)) throw new Error('no submenu')
    expect(enabled).toBe(true)
    expect(submenu.map(({ label }) => label)).toEqual(['2024年洪湖市政府工作报告', 'R&&D.txt'])
    click(submenu[1])
    expect(onShowReport).toHaveBeenCalledExactlyOnceWith('b')
  })

  it('offers no list of reports read last where there are none', () => {
    expect(itemOf('recent').enabled).toBe(false)
  })

  it.each([
    [true, 1],
    [false, 0],
  ])('has the developer tools only while developing: %s', (developing, count) => {
    const items = itemsOf(menuTemplate({ ...options, developing }))
    expect(items.filter(({ role }) => role === 'toggleDevTools')).toHaveLength(count)
  })
})
