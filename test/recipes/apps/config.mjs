// @ts-check
// #region recipe
import { defineConfig } from 'cors-policy'

export const config = defineConfig({
  origins: ['https://app.example.com'],
  headers: ['authorization', 'content-type'],
})
// #endregion
