import { Menu } from 'electron'
import { type MenuOptions, menuTemplate } from './menu-template.ts'

/** The native menu, made anew when its words or the reports read last have changed. */
export class AppMenu {
  readonly #options: () => MenuOptions
  #shown = ''

  /** `options` are asked each time. */
  constructor(options: () => MenuOptions) {
    this.#options = options
  }

  refresh(): void {
    const options = this.#options()
    const shown = JSON.stringify([options.texts.menu, options.recent])
    if (shown === this.#shown) return
    this.#shown = shown
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(options)))
  }
}
