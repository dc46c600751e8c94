import { defineConfig, mergeConfig } from 'vite';
import { finishDist } from './build/finish-dist.ts';
import { firstScreen } from './build/first-screen.ts';
import { pageConfig } from './build/page-config.ts';

/**
 * The team's page. The answering page is a bundle of its own (build/answer-page.ts), so that nothing
 * the team needs weighs on it; finishDist builds it and the two workers, and closes the policy.
 */
export default defineConfig(
  mergeConfig(pageConfig, {
    build: { outDir: 'dist', emptyOutDir: true, rolldownOptions: { input: 'index.html' } },
    plugins: [firstScreen(), finishDist()],
  }),
);
