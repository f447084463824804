import { contextBridge, ipcRenderer } from 'electron'
import type { IpcAnswer, IpcArgs, IpcChannel, IpcEvent, IpcEvents, MeipiApi } from '../core/ipc-contract.ts'

/** One channel as a function of the page. */
function ask<C extends IpcChannel>(channel: C): (...args: IpcArgs<C>) => IpcAnswer<C> {
  return (...args) => ipcRenderer.invoke(channel, ...args)
}

function on<E extends IpcEvent>(event: E, listener: (payload: IpcEvents[E]) => void): () => void {
  const wrapped = (_event: unknown, payload: IpcEvents[E]) => listener(payload)
  ipcRenderer.on(event, wrapped)
  return () => ipcRenderer.removeListener(event, wrapped)
}

const api: MeipiApi = {
  windowState: ask('window:state'),
  windowReady: ask('window:ready'),
  windowFlushed: ask('window:flushed'),
  openWindow: ask('window:open'),
  openBeside: ask('window:open-beside'),
  shows: ask('window:shows'),
  print: ask('window:print'),
  changeSettings: ask('settings:change'),
  chooseFiles: ask('library:choose-files'),
  importDropped: ask('library:import-dropped'),
  cancelImport: ask('library:cancel-import'),
  importSample: ask('library:import-sample'),
  nameColor: ask('library:name-color'),
  removeReport: ask('library:remove-report'),
  listBin: ask('library:bin'),
  restoreReport: ask('library:restore-report'),
  joinReports: ask('library:join-reports'),
  splitReport: ask('library:split-report'),
  chooseEditionFile: ask('edition:choose-file'),
  previewEdition: ask('edition:preview'),
  replaceText: ask('edition:replace'),
  putBackText: ask('edition:put-back'),
  listSnapshots: ask('snapshots:list'),
  makeSnapshot: ask('snapshots:make'),
  restoreSnapshot: ask('snapshots:restore'),
  openReport: ask('report:open'),
  refreshReport: ask('report:refresh'),
  saveReadingPlace: ask('report:save-place'),
  correctReport: ask('report:correct'),
  changeAnnotation: ask('annotation:change'),
  deletedAnnotations: ask('annotation:deleted'),
  setReportTags: ask('report:set-tags'),
  changeTags: ask('tags:change'),
  takeBackTags: ask('tags:take-back'),
  cancelTags: ask('tags:cancel'),
  reportGlossaries: ask('glossary:reports'),
  readerTerms: ask('glossary:reader-terms'),
  readerTermConflicts: ask('glossary:conflicts'),
  refreshLibrary: ask('library:refresh'),
  changeReaderTerm: ask('glossary:change'),
  termUses: ask('glossary:uses'),
  listTemplates: ask('template:list'),
  readTemplate: ask('template:read'),
  saveTemplate: ask('template:save'),
  surveyExport: ask('export:survey'),
  previewExport: ask('export:preview'),
  beginExport: ask('export:begin'),
  updateExported: ask('export:update'),
  reviewExport: ask('export:review'),
  writeExport: ask('export:write'),
  stopExport: ask('export:stop'),
  exportAnnotations: ask('export:annotations'),
  importAnnotations: ask('annotation:import'),
  exportPdf: ask('export:pdf'),
  exportDocx: ask('export:docx'),
  writeClipboard: ask('clipboard:write'),
  on,
}

contextBridge.exposeInMainWorld('meipi', api)
