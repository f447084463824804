import { contextBridge, ipcRenderer } from 'electron'
import type { IpcAnswer, IpcArgs, IpcChannel, IpcEvent, IpcEvents, MeipiApi } from '../core/ipc-contract.ts'

function call<C extends IpcChannel>(channel: C, ...args: IpcArgs<C>): IpcAnswer<C> {
  return ipcRenderer.invoke(channel, ...args)
}

function on<E extends IpcEvent>(event: E, listener: (payload: IpcEvents[E]) => void): () => void {
  const wrapped = (_event: unknown, payload: IpcEvents[E]) => listener(payload)
  ipcRenderer.on(event, wrapped)
  return () => ipcRenderer.removeListener(event, wrapped)
}

const api: MeipiApi = {
  libraryState: () => call('library:state'),
  chooseFiles: () => call('library:choose-files'),
  importSample: () => call('library:import-sample'),
  openReport: (id) => call('report:open', id),
  saveReadingPlace: (id, offset, progress) => call('report:save-place', id, offset, progress),
  changeAnnotation: (id, change) => call('annotation:change', id, change),
  exportMarkdown: (id) => call('export:markdown', id),
  writeClipboard: (text) => call('clipboard:write', text),
  windowReady: () => call('window:ready'),
  windowFlushed: (saved) => call('window:flushed', saved),
  on,
}

contextBridge.exposeInMainWorld('meipi', api)
