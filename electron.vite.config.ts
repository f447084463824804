import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

// The oldest runtime the app supports is Electron 33 (docs/adr/0004): Node 20 and Chromium 130.
export default defineConfig({
  main: {
    build: {
      target: 'node20',
      lib: { entry: 'src/main/index.ts' },
    },
  },
  preload: {
    build: {
      target: 'node20',
      externalizeDeps: false,
      lib: { entry: 'src/preload/index.ts' },
      // A sandboxed preload has to be one CommonJS file.
      rolldownOptions: { output: { format: 'cjs', entryFileNames: 'index.cjs' } },
    },
  },
  renderer: {
    root: 'src/renderer',
    build: {
      target: 'chrome130',
      rolldownOptions: { input: 'src/renderer/index.html' },
    },
    plugins: [react()],
  },
})
