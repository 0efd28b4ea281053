import { useSyncExternalStore } from 'react'

/** Light, dark, or what the device says; kept for the next visit. */
export const themeChoices = ['system', 'light', 'dark'] as const
export type ThemeChoice = (typeof themeChoices)[number]

const storageKey = 'onthaal.theme'
const listeners = new Set<() => void>()

function stored(): ThemeChoice {
  const value = localStorage.getItem(storageKey)
  return themeChoices.find((choice) => choice === value) ?? 'system'
}

/** Paints the page in the theme chosen before. */
export function applyTheme(): void {
  const choice = stored()
  if (choice === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = choice
}

export function chooseTheme(choice: ThemeChoice): void {
  localStorage.setItem(storageKey, choice)
  applyTheme()
  for (const listener of listeners) listener()
}

export function useTheme(): ThemeChoice {
  return useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, stored)
}
