import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const page = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** GraphiQL's style sheet brings its fonts as data: addresses, which are another origin to a strict policy; the system's fonts do. */
const systemFonts: Plugin = {
  name: 'system-fonts',
  enforce: 'pre',
  transform: (code, id) => (/graphiql.*\.css/.test(id) ? code.replaceAll(/@font-face\s*\{[^}]*\}/g, '') : null),
};

export default defineConfig({
  plugins: [systemFonts],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    target: 'es2022',
    // A data: address is another origin to a strict content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      input: { explorer: page('index.html'), graphiql: page('graphiql.html') },
      checks: { moduleLevelDirective: false },
    },
  },
});
