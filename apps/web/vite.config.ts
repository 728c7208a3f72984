import { defineConfig } from 'vite';

/** `npm run build` puts the page where the api looks for it; see tools/build-web.mjs for what is packed afterwards. */
export default defineConfig({
  root: import.meta.dirname,
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    // The content security policy lets nothing be loaded from data addresses but images.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
    modulePreload: { polyfill: false },
  },
});
