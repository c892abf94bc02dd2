import { defineConfig } from 'vitest/config'

export default defineConfig({
  // The words are held against the acts in the platform's sources.
  server: { fs: { allow: ['..'] } },
  test: { environment: 'happy-dom', include: ['src/**/*.test.{ts,tsx}'] },
})
