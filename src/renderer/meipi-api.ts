import type { MeipiApi } from '../core/ipc-contract.ts'

declare global {
  interface Window {
    readonly meipi: MeipiApi
  }
}

/** The main process, as the preload script hands it over. */
export const meipi: MeipiApi = window.meipi
